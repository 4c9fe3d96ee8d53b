package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.content.matching.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What sound or pictures say of a peer that differs from others. */
final class PeerDifference {
    private static final Reason.Weight DECISIVE = Reason.Weight.DECISIVE;

    private PeerDifference() {}

    /** Whether it is the odd one out. */
    static Reading odd(PeerState state, Sides sides, Medium medium) {
        Standing standing = sides.of(medium);
        if (sides.isOdd(medium)) {
            String count = Integer.toString(standing.different().size());
            String names = names(state, standing.different());
            return differs(
                    state,
                    standing,
                    sides.moment(),
                    medium,
                    Reason.of(ReasonCode.DIFFERS_FROM_MOST, DECISIVE, count, names));
        }
        return standing.isKnown() && !standing.isTied() ? Reading.NO : Reading.UNKNOWN;
    }

    /** Whether it is the first of several that differ, and nobody knows which are wrong. */
    static Reading either(PeerState state, Sides sides, Medium medium) {
        Standing standing = sides.of(medium);
        if (sides.isTied(medium) && sides.isFirst()) {
            String names = names(state, standing.different());
            return differs(
                    state, standing, sides.moment(), medium, Reason.of(ReasonCode.DIFFERS_FROM_OTHER, DECISIVE, names));
        }
        return standing.isKnown() ? Reading.NO : Reading.UNKNOWN;
    }

    /** From when to when, by the first that it differs from and by its own clock: that of the later of two is known. */
    private static Reading differs(PeerState state, Standing standing, Instant moment, Medium medium, Reason reason) {
        int peer = standing.peer();
        int other = standing.different().get(0);
        Turn turn = state.turn(peer, other, peer, moment, medium);
        Duration later = state.later(peer, Math.max(peer, other), medium);
        Instant lasted = turn.lasted().plus(later);
        return Reading.yes(turn.differing(), turn.limit(), "share", reason)
                .since(turn.since().plus(later))
                .until(lasted.isAfter(moment) ? moment : lasted);
    }

    private static String names(PeerState state, List<Integer> peers) {
        return peers.stream()
                .map(peer -> state.peers().get(peer).subject().inWords())
                .collect(Collectors.joining(", "));
    }
}

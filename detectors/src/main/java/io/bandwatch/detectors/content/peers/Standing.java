package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.content.matching.Medium;
import io.bandwatch.detectors.content.matching.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How one peer stands to the others in what is heard, or in what is seen: whom it is the same as, and from whom it differs. Who
 * was not received lately is neither, nor is who was never the same.
 *
 * @param peer its place
 * @param same places of those that are the same as it
 * @param different places of those that differ from it
 * @param agreeing whether these are known to agree with each other
 */
record Standing(int peer, List<Integer> same, List<Integer> different, boolean agreeing) {
    /** Words come with looks, and a little late. */
    private static final Duration LATELY = Duration.ofSeconds(5);

    /**
     * How one stood to the others.
     *
     * @param now up to when it was received
     * @param moment of its programme, by its clock
     */
    static Standing of(PeerState state, int peer, Instant now, Instant moment, Medium medium) {
        List<Integer> same = new ArrayList<>();
        List<Integer> different = new ArrayList<>();
        Instant lately = lately(now);
        boolean received = state.peers().get(peer).air().reach(lately, medium);
        for (int other = 0; other < state.peers().size(); other++) {
            if (received && other != peer && state.peers().get(other).air().reach(lately, medium)) {
                switch (state.turn(peer, other, peer, moment, medium).phase()) {
                    case SAME -> same.add(other);
                    case DIFFERENT -> different.add(other);
                    case SOUGHT -> {}
                }
            }
        }
        return new Standing(
                peer, List.copyOf(same), List.copyOf(different), agree(state, different, peer, moment, medium));
    }

    /** Who was received since then is received. */
    static Instant lately(Instant now) {
        return now.minus(LATELY);
    }

    /** Each is the same as another of them, and none differs: those of which it is not known yet make no majority. */
    private static boolean agree(PeerState state, List<Integer> peers, int peer, Instant moment, Medium medium) {
        for (int one : peers) {
            boolean sameAsAnother = peers.size() == 1;
            for (int other : peers) {
                if (one != other) {
                    Phase phase = state.turn(one, other, peer, moment, medium).phase();
                    sameAsAnother |= phase == Phase.SAME;
                    if (phase == Phase.DIFFERENT) {
                        return false;
                    }
                }
            }
            if (!sameAsAnother) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is compared with anybody. */
    boolean isKnown() {
        return !same.isEmpty() || !different.isEmpty();
    }

    /** Whether most are the same as each other, and it is not: the odd one out. */
    boolean isOdd() {
        return agreeing && different.size() > same.size() + 1;
    }

    /** Whether as many differ from it as are the same, itself among them, so that nobody knows which are wrong. */
    boolean isTied() {
        return agreeing && different.size() == same.size() + 1;
    }

    /** Whether it is the first of all that are received: what concerns all is told of it. */
    boolean isFirst() {
        return same.stream().allMatch(other -> other > peer)
                && different.stream().allMatch(other -> other > peer);
    }

    /** Whether another is the same as it or differs from it. */
    boolean concerns(int other) {
        return same.contains(other) || different.contains(other);
    }
}

package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.matching.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How one peer stands to the others: whom it is the same as, and from whom it differs. Who was not heard lately is neither, nor
 * is who was never the same.
 *
 * @param peer its place
 * @param same places of those that are the same as it
 * @param different places of those that differ from it
 * @param agreeing whether these agree with each other, as far as they were compared
 */
record Standing(int peer, List<Integer> same, List<Integer> different, boolean agreeing) {
    /** Words come with looks, and a little late. */
    private static final Duration LATELY = Duration.ofSeconds(5);

    static Standing of(PeerState state, int peer, Instant now) {
        List<Integer> same = new ArrayList<>();
        List<Integer> different = new ArrayList<>();
        for (int other = 0; other < state.peers().size(); other++) {
            if (other != peer && isHeard(state, peer, now) && isHeard(state, other, now)) {
                switch (state.between(peer, other).phase()) {
                    case SAME -> same.add(other);
                    case DIFFERENT -> different.add(other);
                    case SOUGHT -> {}
                }
            }
        }
        return new Standing(peer, List.copyOf(same), List.copyOf(different), agree(state, different));
    }

    private static boolean isHeard(PeerState state, int peer, Instant now) {
        PrintLine air = state.peers().get(peer).air();
        return air.words().length > 0 && air.until() >= PrintLine.step(now.minus(LATELY));
    }

    private static boolean agree(PeerState state, List<Integer> peers) {
        for (int one : peers) {
            for (int other : peers) {
                if (one != other && state.between(one, other).phase() == Phase.DIFFERENT) {
                    return false;
                }
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

    /** Whether it is the first of all that are heard: what concerns all is told of it. */
    boolean isFirst() {
        return same.stream().allMatch(other -> other > peer)
                && different.stream().allMatch(other -> other > peer);
    }
}

package io.bandwatch.samples.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Pairs of what should be there and what is, nearest first, each used once.
 *
 * @param pairs what belongs together
 * @param missed what is not there
 * @param invented what is there and should not
 */
record Matching<E, F>(List<Pair<E, F>> pairs, List<E> missed, List<F> invented) {
    /** Two that belong together. */
    record Pair<E, F>(E expected, F found) {}

    private record Candidate(int expected, int found, double distance) {}

    /**
     * @param distance how far two are apart; NaN or above {@code reach} if they do not belong together
     */
    static <E, F> Matching<E, F> nearest(
            List<E> expected, List<F> found, BiFunction<E, F, Double> distance, double reach) {
        List<Candidate> candidates = new ArrayList<>();
        for (int e = 0; e < expected.size(); e++) {
            for (int f = 0; f < found.size(); f++) {
                double apart = distance.apply(expected.get(e), found.get(f));
                if (apart <= reach) {
                    candidates.add(new Candidate(e, f, apart));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::distance));
        Set<Integer> usedExpected = new HashSet<>();
        Set<Integer> usedFound = new HashSet<>();
        List<Pair<E, F>> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!usedExpected.contains(candidate.expected) && !usedFound.contains(candidate.found)) {
                usedExpected.add(candidate.expected);
                usedFound.add(candidate.found);
                pairs.add(new Pair<>(expected.get(candidate.expected), found.get(candidate.found)));
            }
        }
        return new Matching<>(pairs, rest(expected, usedExpected), rest(found, usedFound));
    }

    private static <T> List<T> rest(List<T> all, Set<Integer> used) {
        List<T> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!used.contains(i)) {
                rest.add(all.get(i));
            }
        }
        return rest;
    }
}

package io.bandwatch.detectors.content.matching;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * The delay that fits best.
 *
 * @param delay steps by which what is on air comes later
 * @param errors share of bits that differ; 1 where too little could be compared
 * @param rival the least share at any other delay that is not next to it
 */
public record Found(long delay, double errors, double rival) {
    /**
     * The best of a range of delays.
     *
     * @param least smallest delay, steps
     * @param most largest delay
     * @param beside what is no farther from the best is next to it, steps
     * @param errors share of bits that differ at a delay
     */
    public static Found best(long least, long most, int beside, LongToDoubleFunction errors) {
        double[] shares = new double[(int) (most - least + 1)];
        Arrays.setAll(shares, i -> errors.applyAsDouble(least + i));
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] < shares[best] ? i : best;
        }
        double rival = 1;
        for (int i = 0; i < shares.length; i++) {
            rival = Math.abs(i - best) > beside ? Math.min(rival, shares[i]) : rival;
        }
        return new Found(least + best, shares[best], rival);
    }

    /**
     * Whether it fits, and no other delay does nearly as well.
     *
     * @param most largest share of bits that differ in the same
     * @param margin how much larger it must be at other delays
     */
    public boolean isClear(double most, double margin) {
        return errors <= most && errors <= rival - margin;
    }
}

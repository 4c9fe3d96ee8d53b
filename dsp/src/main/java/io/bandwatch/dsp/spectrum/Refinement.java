package io.bandwatch.dsp.spectrum;

import java.util.Arrays;

/**
 * The step from the lie of a floor to the floor: bins no higher above it than noise would be are averaged, and what they
 * stand above it on the mean is added. Repeated, as each step frees bins that the one before held for carriers. Not
 * thread-safe.
 */
final class Refinement {
    /** How far a station's skirt reaches below the limit of what is taken for noise, where it lifts the mean. */
    private static final double SKIRT_HZ = 40e3;

    private static final double WIDTH_HZ = 150e3;
    private static final double FEWEST_FREE_SHARE = 0.12;

    private final double[] smooth;
    private final double limit;
    private final int skirt;
    private final int width;
    private final double[] free;
    private final double[] ratio;
    private final double[] share;

    /**
     * @param smooth smoothed power per bin
     * @param limit how high over the floor a bin of noise may be
     */
    Refinement(double[] smooth, double limit, double stepHz) {
        this.smooth = smooth;
        this.limit = limit;
        this.skirt = (int) Math.round(SKIRT_HZ / stepHz);
        this.width = Smoothing.oddBins(WIDTH_HZ, stepHz);
        this.free = new double[smooth.length];
        this.ratio = new double[smooth.length];
        this.share = new double[smooth.length];
    }

    /** Refines a floor, in place. */
    void of(double[] floor) {
        int bins = smooth.length;
        for (int i = 0; i < bins; i++) {
            boolean isFree = smooth[i] <= limit * floor[i];
            free[i] = isFree ? 1.0 : 0.0;
            ratio[i] = isFree ? smooth[i] / floor[i] : 0.0;
        }
        trim(free, ratio, skirt);
        Smoothing.boxcar(free, width, share);
        // what is free was needed for its share only
        double[] mean = free;
        Smoothing.boxcar(ratio, width, mean);
        int last = -1;
        for (int i = 0; i < bins; i++) {
            mean[i] = share[i] < FEWEST_FREE_SHARE ? Double.NaN : mean[i] / share[i];
            if (!Double.isNaN(mean[i])) {
                bridge(mean, last, i);
                last = i;
            }
        }
        if (last >= 0) {
            Arrays.fill(mean, last + 1, bins, mean[last]);
            for (int i = 0; i < bins; i++) {
                floor[i] *= mean[i];
            }
        }
    }

    /** Takes the ends of each free run out, where a skirt still hides below the limit; of a short run, a quarter each. */
    private static void trim(double[] free, double[] ratio, int most) {
        int from = 0;
        while (from < free.length) {
            int to = from;
            while (to < free.length && free[to] > 0.0) {
                to++;
            }
            int cut = Math.min(most, (to - from) / 4);
            int head = from == 0 ? 0 : cut;
            int tail = to == free.length ? 0 : cut;
            Arrays.fill(free, from, from + head, 0.0);
            Arrays.fill(ratio, from, from + head, 0.0);
            Arrays.fill(free, to - tail, to, 0.0);
            Arrays.fill(ratio, to - tail, to, 0.0);
            from = to + 1;
        }
    }

    /** Fills the values between two known ones along a line; before the first, with the first. */
    private static void bridge(double[] values, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double share = from < 0 ? 1.0 : (double) (i - from) / (to - from);
            values[i] = (from < 0 ? 0.0 : (1.0 - share) * values[from]) + share * values[to];
        }
    }
}

package io.bandwatch.dsp.spectrum;

import java.util.Arrays;

/**
 * How ragged a spectrum is, told by the spectrum itself. Carriers raise the difference of neighbouring bins and never
 * lower it, so the calmest third of the band speaks for the noise.
 */
public final class Scatter {
    /** Fewer bins tell nothing. */
    public static final int FEWEST_BINS = 8;

    private static final double CELL_HZ = 250e3;
    private static final int CELL_BINS = 8;
    private static final double CALM_QUANTILE = 0.33;

    /** Two bins apart the Hann window's correlation is below 3 %. */
    private static final int LAG_BINS = 2;

    /** Median of |a - b|/(a + b) of two gamma variables of K looks, times sqrt(K): 0.6745/sqrt(2). */
    private static final double MEDIAN_TIMES_ROOT_LOOKS = 0.477;

    private Scatter() {}

    /** Looks that a bin is worth, at least 1: the number of which the differences between neighbours are typical. */
    public static double looks(double[] power, double stepHz) {
        int pairs = power.length - LAG_BINS;
        int cellBins = Math.min(pairs, Math.max(CELL_BINS, (int) Math.round(CELL_HZ / stepHz)));
        int cells = pairs / cellBins;
        double[] medians = new double[cells];
        double[] differences = new double[cellBins];
        for (int c = 0; c < cells; c++) {
            for (int i = 0; i < cellBins; i++) {
                double a = power[c * cellBins + i];
                double b = power[c * cellBins + i + LAG_BINS];
                differences[i] = a + b > 0.0 ? Math.abs(a - b) / (a + b) : 0.0;
            }
            Arrays.sort(differences);
            medians[c] = differences[cellBins / 2];
        }
        Arrays.sort(medians);
        double typical = medians[(int) (CALM_QUANTILE * cells)] / MEDIAN_TIMES_ROOT_LOOKS;
        return Math.max(1.0, 1.0 / Math.max(1e-12, typical * typical));
    }

    /**
     * Looks that a bin is worth when its scatter is that of the bins below a floor: carriers stand above it, so only the
     * lower half speaks. At least 1.
     */
    static double looksBelow(double[] power, double[] floor) {
        double[] below = new double[power.length];
        int count = 0;
        for (int i = 0; i < power.length; i++) {
            if (power[i] < floor[i]) {
                below[count++] = 1.0 - power[i] / floor[i];
            }
        }
        if (count == 0) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(below, 0, count);
        // the median of a half-normal variable is 0.6745 deviations
        double deviation = below[count / 2] / 0.6745;
        return Math.max(1.0, 1.0 / (deviation * deviation));
    }
}

package io.bandwatch.dsp.spectrum;

/** Moving averages over bins. Pure functions, linear time. */
public final class Smoothing {
    /** Variance of a sum of many Hann bins over that of as many independent ones: {@code 1 + 2 (4/9 + 1/36)}. */
    private static final double HANN_CORRELATION = 1.94;

    private Smoothing() {}

    /** Odd number of bins nearest to a width, at least 1. */
    public static int oddBins(double widthHz, double stepHz) {
        return Math.max(1, 2 * (int) Math.round((widthHz / stepHz - 1.0) / 2.0) + 1);
    }

    /** Mean over {@code width} bins (odd) around each; at the ends over those that exist. */
    public static double[] boxcar(double[] values, int width) {
        double[] out = new double[values.length];
        boxcar(values, width, out);
        return out;
    }

    /** The same into an array of the same length, which is not that of the values. */
    public static void boxcar(double[] values, int width, double[] out) {
        int half = width / 2;
        double sum = 0.0;
        int from = 0;
        int to = 0;
        for (int i = 0; i < values.length; i++) {
            while (to < Math.min(values.length, i + half + 1)) {
                sum += values[to++];
            }
            while (from < i - half) {
                sum -= values[from++];
            }
            out[i] = sum / (to - from);
        }
    }

    /** Relative deviation of the mean of {@code width} bins of noise. */
    public static double deviation(double looks, int width) {
        double independent = Math.max(1.0, width / HANN_CORRELATION);
        return 1.0 / Math.sqrt(looks * independent);
    }
}

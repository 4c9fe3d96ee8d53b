package io.bandwatch.dsp.filter;

/**
 * The flank of a filter whose impulse response is an ideal low-pass's under a Kaiser window (J. F. Kaiser,
 * "Nonrecursive digital filter design using the I0-sinh window function", Proc. IEEE Int. Symp. Circuits and Systems,
 * 1974). The window ends the response in time, which is what fast convolution needs: it must not reach beyond the overlap
 * of two blocks. In frequency the flank is the running integral of the window's transform.
 *
 * <p>Distances are in units of one over the length of the impulse response.
 */
final class Edge {
    /** Attenuation of the stop band that the window is made for, dB: the mask's 70 and some for rounding. */
    static final double ATTENUATION_DB = 78.0;

    /** Kaiser's empirical rules for attenuations above 50 dB: the window's parameter, and the width of the flank. */
    private static final double BETA = 0.1102 * (ATTENUATION_DB - 8.7);

    /** From the end of the pass band to the begin of the stop band. */
    static final double WIDTH = (ATTENUATION_DB - 7.95) / 14.36;

    /** Beyond, ripples are below a tenth of the design's and decay. */
    private static final int REACH = 64;

    private static final int STEPS = 64;

    private final float[] table = new float[2 * REACH * STEPS + 2];

    Edge() {
        int fine = 8;
        double sum = 0.0;
        double[] integral = new double[table.length];
        for (int i = 0; i < table.length; i++) {
            integral[i] = sum;
            for (int k = 0; k < fine; k++) {
                double x = (i + (k + 0.5) / fine) / STEPS - REACH;
                sum += transform(x) / (STEPS * (double) fine);
            }
        }
        double whole = sum;
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) (1.0 - integral[i] / whole);
        }
    }

    /** Transform of the window at a frequency, but for a factor. */
    private static double transform(double x) {
        double square = BETA * BETA - Math.PI * Math.PI * x * x;
        double root = Math.sqrt(Math.abs(square));
        if (root < 1e-6) {
            return 1.0;
        }
        return square > 0.0 ? Math.sinh(root) / root : Math.sin(root) / root;
    }

    /** Width that noise is let through beyond the middle of the flank; negative, as half the amplitude is a quarter of power. */
    double powerBeyondMiddle() {
        double sum = 0.0;
        for (float amplitude : table) {
            sum += amplitude * amplitude;
        }
        return sum / STEPS - REACH;
    }

    /** Amplitude at a distance beyond the middle of the flank: 1 far inside, 0 far outside. */
    double at(double distance) {
        double place = (distance + REACH) * STEPS;
        if (place <= 0.0) {
            return 1.0;
        }
        int i = (int) place;
        if (i >= table.length - 1) {
            return 0.0;
        }
        return table[i] + (place - i) * (table[i + 1] - table[i]);
    }
}

package io.bandwatch.dsp.audio;

/**
 * The peak between the samples, by interpolation to four times the rate (ITU-R BS.1770-4, annex 2) with a sine over its
 * argument under a raised cosine.
 *
 * <p>A peak of a sound up to two fifths of its rate has a sample beside it of at least {@value #LEAST_NEIGHBOUR} of its
 * height, so that only places near such samples are looked at.
 */
final class TruePeak {
    private static final int OVERSAMPLING = 4;
    private static final int REACH = 12;
    private static final double LEAST_NEIGHBOUR = 0.3;

    private final float[][] phases = new float[OVERSAMPLING - 1][2 * REACH];

    TruePeak() {
        for (int p = 0; p < phases.length; p++) {
            double place = (p + 1.0) / OVERSAMPLING;
            for (int k = 0; k < 2 * REACH; k++) {
                double distance = k - (REACH - 1) - place;
                double turn = Math.PI * distance;
                double window = 0.5 + 0.5 * Math.cos(turn / REACH);
                phases[p][k] = (float) (Math.sin(turn) / turn * window);
            }
        }
    }

    /** Largest magnitude from one sample to another; what lies beyond them is not looked at. */
    double of(float[] x, int from, int to) {
        float peak = 0f;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(x[i]));
        }
        float near = (float) (LEAST_NEIGHBOUR * peak);
        for (int i = from + REACH - 1; i + REACH < to; i++) {
            if (Math.abs(x[i]) >= near || Math.abs(x[i + 1]) >= near) {
                peak = Math.max(peak, between(x, i));
            }
        }
        return peak;
    }

    /** Largest magnitude between a sample and the next. */
    private float between(float[] x, int i) {
        float largest = 0f;
        for (float[] weights : phases) {
            float sum = 0f;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * x[i - (REACH - 1) + k];
            }
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest;
    }
}

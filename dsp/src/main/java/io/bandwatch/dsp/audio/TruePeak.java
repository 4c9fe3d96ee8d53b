package io.bandwatch.dsp.audio;

import java.util.Arrays;

/**
 * The peak between the samples, by interpolation to four times the rate (ITU-R BS.1770-4, annex 2) with a sine over its
 * argument under a raised cosine.
 *
 * <p>Works in runs, each weight of the interpolation over a whole run at once, with all arrays read at the same place: that is
 * what the compiler turns into vector instructions. Not thread-safe; allocates nothing after construction.
 */
final class TruePeak {
    private static final int OVERSAMPLING = 4;
    private static final int REACH = 12;
    private static final int RUN = 480;

    /** Samples of the run before that it takes to look between two runs. */
    static final int LEAD = 2 * REACH - 1;

    private final float[][] phases = new float[OVERSAMPLING - 1][2 * REACH];
    private final float[] shifted = new float[RUN];
    private final float[][] between = new float[OVERSAMPLING - 1][RUN];

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
        int end = to - 2 * REACH + 1;
        for (int i = from; i < end; i += RUN) {
            peak = Math.max(peak, between(x, i, Math.min(RUN, end - i)));
        }
        return peak;
    }

    /** Largest magnitude between samples whose interpolation begins at {@code first} and behind it. */
    private float between(float[] x, int first, int count) {
        for (float[] sums : between) {
            Arrays.fill(sums, 0f);
        }
        for (int k = 0; k < 2 * REACH; k++) {
            System.arraycopy(x, first + k, shifted, 0, count);
            for (int p = 0; p < between.length; p++) {
                add(between[p], shifted, phases[p][k]);
            }
        }
        float largest = 0f;
        for (float[] sums : between) {
            for (int i = 0; i < count; i++) {
                largest = Math.max(largest, Math.abs(sums[i]));
            }
        }
        return largest;
    }

    private static void add(float[] sums, float[] x, float weight) {
        for (int i = 0; i < RUN; i++) {
            sums[i] += weight * x[i];
        }
    }
}

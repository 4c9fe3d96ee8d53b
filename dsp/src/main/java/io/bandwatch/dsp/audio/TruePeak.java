package io.bandwatch.dsp.audio;

import java.util.Arrays;

/**
 * The peak between the samples, by interpolation to four times the rate (ITU-R BS.1770-4, annex 2) with a sine over its
 * argument under a raised cosine.
 *
 * <p>The weights of the middle between two samples are the same from either side, and those of the first quarter are those of
 * the third from the other side: samples are added and subtracted in pairs first, and each pair is weighted once. Of the two
 * quarters, which are a sum and a difference of the same two numbers, the larger one is the sum of their magnitudes.
 *
 * <p>Works in runs, each weight of the interpolation over a whole run at once, with all arrays read at the same place: that is
 * what the compiler turns into vector instructions. Not thread-safe; allocates nothing after construction.
 */
final class TruePeak {
    private static final int REACH = 12;
    private static final int RUN = 480;

    /** Samples of the run before that it takes to look between two runs. */
    static final int LEAD = 2 * REACH - 1;

    /** For the sums of pairs in the middle, for their sums in the quarters, and for their differences there. */
    private final float[][] weights = new float[3][REACH];

    private final float[] before = new float[RUN];
    private final float[] behind = new float[RUN];
    private final float[][] between = new float[3][RUN];

    TruePeak() {
        for (int k = 0; k < REACH; k++) {
            int distance = k - (REACH - 1);
            weights[0][k] = (float) weight(distance - 0.5);
            weights[1][k] = (float) (0.5 * (weight(distance - 0.25) + weight(distance - 0.75)));
            weights[2][k] = (float) (0.5 * (weight(distance - 0.25) - weight(distance - 0.75)));
        }
    }

    private static double weight(double distance) {
        double turn = Math.PI * distance;
        return Math.sin(turn) / turn * (0.5 + 0.5 * Math.cos(turn / REACH));
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
        for (int k = 0; k < REACH; k++) {
            System.arraycopy(x, first + k, before, 0, count);
            System.arraycopy(x, first + 2 * REACH - 1 - k, behind, 0, count);
            add(before, behind, between, weights[0][k], weights[1][k], weights[2][k]);
        }
        float largest = 0f;
        for (int i = 0; i < count; i++) {
            float middle = Math.abs(between[0][i]);
            float quarter = Math.abs(between[1][i]) + Math.abs(between[2][i]);
            largest = Math.max(largest, Math.max(middle, quarter));
        }
        return largest;
    }

    private static void add(float[] a, float[] b, float[][] sums, float middle, float sum, float difference) {
        float[] middles = sums[0];
        float[] quarters = sums[1];
        float[] differences = sums[2];
        for (int i = 0; i < RUN; i++) {
            float both = a[i] + b[i];
            float apart = a[i] - b[i];
            middles[i] += middle * both;
            quarters[i] += sum * both;
            differences[i] += difference * apart;
        }
    }
}

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
 * <p>Between two samples the sound exceeds the larger of them by no more than its weights make of how much it bends
 * ({@link Bound}). Where that is below what was found already, which is nearly everywhere, nothing is interpolated; the result is
 * the same. Where little can be left out it works in runs, each weight of the interpolation over a whole run at once, with all
 * arrays read at the same place: that is what the compiler turns into vector instructions. Not thread-safe; allocates nothing
 * after construction.
 */
final class TruePeak {
    private static final int REACH = 12;
    private static final int RUN = 480;

    /** More of a run than this are faster all at once. */
    private static final int FEW = RUN / 12;

    /** Samples of the run before that it takes to look between two runs. */
    static final int LEAD = 2 * REACH - 1;

    private static final Bound BOUND = Bound.ofAll();

    /** For the sums of pairs in the middle, for their sums in the quarters, and for their differences there. */
    private final float[][] weights = new float[3][REACH];

    private final float[] before = new float[RUN];
    private final float[] behind = new float[RUN];
    private final float[][] between = new float[3][RUN];
    private final int[] places = new int[FEW];

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

    /**
     * How far interpolation between two samples can go: {@code larger} times the larger of them, and {@code bent} times the
     * largest magnitude of the second differences of all samples that have weight. What is left of the weights when a straight
     * line is taken away, and what they make of a constant and of a slope, is a sum of second differences, by partial summation
     * twice.
     */
    private record Bound(float larger, float bent) {
        /** Single precision rounds each of the sums. */
        private static final double ROUNDING = 1e-5;

        static Bound ofAll() {
            double larger = 0;
            double bent = 0;
            for (double phase : new double[] {0.25, 0.5, 0.75}) {
                double[] rest = new double[2 * REACH];
                double constant = 0;
                double slope = 0;
                for (int i = 0; i < rest.length; i++) {
                    int k = i - (REACH - 1);
                    rest[i] = weight(k - phase) - (k == 0 ? 1 - phase : k == 1 ? phase : 0);
                    constant += rest[i];
                    slope += rest[i] * k;
                }
                rest[REACH - 1] -= constant - slope;
                rest[REACH] -= slope;
                larger = Math.max(larger, 1 + Math.abs(constant) + 2 * Math.abs(slope) + ROUNDING);
                bent = Math.max(bent, ofSecondDifferences(rest));
            }
            return new Bound((float) larger, (float) bent);
        }

        private static double ofSecondDifferences(double[] weights) {
            double once = 0;
            double twice = 0;
            double all = 0;
            for (double weight : weights) {
                once += weight;
                twice += once;
                all += Math.abs(twice);
            }
            return all;
        }
    }

    /** Largest magnitude from one sample to another; what lies beyond them is not looked at. */
    double of(float[] x, int from, int to) {
        float peak = largest(x, from, to);
        int end = to - 2 * REACH + 1;
        for (int i = from; i < end; i += RUN) {
            int count = Math.min(RUN, end - i);
            int few = places(x, i, count, peak);
            if (few > FEW) {
                peak = Math.max(peak, between(x, i, count));
            }
            for (int n = 0; n < few && few <= FEW; n++) {
                peak = Math.max(peak, at(x, places[n]));
            }
        }
        return peak;
    }

    /** Magnitudes as the numbers that their bits are: those have the same order, and what is not a number comes last. */
    private static int magnitude(float value) {
        return Float.floatToRawIntBits(value) & Integer.MAX_VALUE;
    }

    private static float largest(float[] x, int from, int to) {
        int one = 0;
        int other = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            one = Math.max(one, magnitude(x[i]));
            other = Math.max(other, magnitude(x[i + 1]));
        }
        int last = i < to ? magnitude(x[i]) : 0;
        return Float.intBitsToFloat(Math.max(Math.max(one, other), last));
    }

    /** Largest magnitude of the second differences about the samples from one to another. */
    private static float bend(float[] x, int from, int to) {
        int one = 0;
        int other = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            one = Math.max(one, magnitude(x[i - 1] - 2 * x[i] + x[i + 1]));
            other = Math.max(other, magnitude(x[i] - 2 * x[i + 1] + x[i + 2]));
        }
        int last = i < to ? magnitude(x[i - 1] - 2 * x[i] + x[i + 1]) : 0;
        return Float.intBitsToFloat(Math.max(Math.max(one, other), last));
    }

    /** Finds where interpolation can exceed a peak. Returns how many places, more than {@link #FEW} if they are not few. */
    private int places(float[] x, int first, int count, float peak) {
        float bend = bend(x, first + 1, first + count + 2 * REACH - 2);
        float least = (peak - BOUND.bent() * bend) / BOUND.larger();
        int few = 0;
        boolean last = !(Math.abs(x[first + REACH - 1]) <= least);
        for (int i = first; i < first + count; i++) {
            boolean next = !(Math.abs(x[i + REACH]) <= least);
            if (last || next) {
                if (few == FEW) {
                    return FEW + 1;
                }
                places[few++] = i;
            }
            last = next;
        }
        return few;
    }

    /** Largest magnitude between the two samples in the middle of those that begin at {@code first}. */
    private float at(float[] x, int first) {
        float middle = 0f;
        float quarters = 0f;
        float difference = 0f;
        for (int k = 0; k < REACH; k++) {
            float a = x[first + k];
            float b = x[first + 2 * REACH - 1 - k];
            middle += weights[0][k] * (a + b);
            quarters += weights[1][k] * (a + b);
            difference += weights[2][k] * (a - b);
        }
        return Math.max(Math.abs(middle), Math.abs(quarters) + Math.abs(difference));
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

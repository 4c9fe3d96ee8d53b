package io.bandwatch.detectors.reception;

import io.bandwatch.signal.FmReception;

/**
 * How often the carrier stood at each frequency, in steps of 1 kHz, as ITU-R SM.1268 asks for.
 *
 * @param middleHz frequency of the middle step, Hz
 * @param counts samples a step
 */
public record DeviationHistogram(double middleHz, long[] counts) {
    /** No samples. */
    public static final DeviationHistogram EMPTY = new DeviationHistogram(Double.NaN, new long[0]);

    /** Share of the samples that peak deviation leaves out, on both sides together. */
    private static final double BEYOND_PEAK = 1e-4;

    DeviationHistogram with(FmReception look) {
        double middle = counts.length == 0 ? look.centreHz() : middleHz;
        long[] sum = counts.length == 0 ? new long[FmReception.STEPS] : counts.clone();
        int shift = (int) Math.rint((look.centreHz() - middle) / FmReception.STEP_HZ);
        int[] added = look.deviationHistogram();
        for (int i = 0; i < added.length; i++) {
            sum[Math.max(0, Math.min(sum.length - 1, i + shift))] += added[i];
        }
        return new DeviationHistogram(middle, sum);
    }

    /** Width of a step, Hz. */
    public static int stepHz() {
        return FmReception.STEP_HZ;
    }

    /** First step that has samples; the number of steps where none has. */
    public int first() {
        int first = 0;
        while (first < counts.length && counts[first] == 0) {
            first++;
        }
        return first;
    }

    /** The step after the last that has samples. */
    public int end() {
        int end = counts.length;
        while (end > 0 && counts[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** Frequency of a step against the mean of all samples, Hz. */
    public double offsetHz(int step) {
        return (step - counts.length / 2) * (double) FmReception.STEP_HZ - meanHz();
    }

    /** Samples in it. */
    long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** Mean frequency against the middle, Hz. */
    double meanHz() {
        double moment = 0.0;
        for (int i = 0; i < counts.length; i++) {
            moment += (double) counts[i] * (i - counts.length / 2);
        }
        return moment / total() * FmReception.STEP_HZ;
    }

    /**
     * Deviation from the mean that all but one sample in ten thousand stay within, Hz; the place within a step is
     * interpolated. NaN without samples.
     */
    double peakHz() {
        long total = total();
        if (total == 0) {
            return Double.NaN;
        }
        double mean = meanHz();
        double most = BEYOND_PEAK * total;
        // the share beyond a deviation falls steadily, so that halving finds it
        double low = 0.0;
        double high = counts.length * (double) FmReception.STEP_HZ;
        while (high - low > 1.0) {
            double middle = 0.5 * (low + high);
            if (above(mean + middle) + total - above(mean - middle) > most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Samples above a frequency against the middle, those of its own step by the share of the step above it. */
    private double above(double hz) {
        int middle = counts.length / 2;
        double place = hz / FmReception.STEP_HZ + middle + 0.5;
        int step = (int) Math.floor(place);
        double above = 0.0;
        for (int i = Math.max(0, step + 1); i < counts.length; i++) {
            above += counts[i];
        }
        return step >= 0 && step < counts.length ? above + counts[step] * (step + 1 - place) : above;
    }
}

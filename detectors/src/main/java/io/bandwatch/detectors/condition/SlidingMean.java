package io.bandwatch.detectors.condition;

import java.util.Arrays;

/**
 * Mean of a measure over the last seconds that were observed, with what is needed to date a change of it. A sliding mean
 * passes its limit some time after the measure did; the change itself is where the sum of what exceeds the limit, taken
 * from now backwards, is greatest (E. S. Page, "Continuous inspection schemes", Biometrika 41, 1954).
 *
 * @param sums measure times time in each second, the one under way first
 * @param seconds time in each of them, s
 */
public record SlidingMean(double[] sums, double[] seconds) {
    public static final SlidingMean NOTHING = new SlidingMean(new double[0], new double[0]);

    private static final double ROUNDING_S = 1e-6;
    private static final double FULL_S = 1 - ROUNDING_S;

    /** With one more look; what lies farther back than the window, s, is left out. */
    public SlidingMean with(double measure, double lookS, double windowS) {
        boolean same = seconds.length > 0 && seconds[0] < FULL_S;
        int length = same ? seconds.length : seconds.length + 1;
        double[] newSums = new double[length];
        double[] newSeconds = new double[length];
        System.arraycopy(sums, 0, newSums, same ? 0 : 1, sums.length);
        System.arraycopy(seconds, 0, newSeconds, same ? 0 : 1, seconds.length);
        newSums[0] += measure * lookS;
        newSeconds[0] += lookS;
        double excessS = sum(newSeconds) - windowS;
        while (excessS >= newSeconds[length - 1] - ROUNDING_S && length > 1) {
            length--;
            excessS -= newSeconds[length];
        }
        if (excessS > ROUNDING_S) {
            double kept = 1 - excessS / newSeconds[length - 1];
            newSums[length - 1] *= kept;
            newSeconds[length - 1] *= kept;
        }
        return new SlidingMean(Arrays.copyOf(newSums, length), Arrays.copyOf(newSeconds, length));
    }

    /** The mean; NaN of nothing. */
    public double mean() {
        return sum(sums) / observedS();
    }

    /** Time that the mean stands for, s. */
    public double observedS() {
        return sum(seconds);
    }

    /** Whether it stands for so long, s. */
    public boolean spans(double lengthS) {
        return observedS() >= lengthS - ROUNDING_S;
    }

    /** For how long the measure has been above a level, s; 0 where it is not. */
    public double aboveS(double level) {
        return changedS(level, 1);
    }

    /** For how long the measure has been below a level, s; 0 where it is not. */
    public double belowS(double level) {
        return changedS(level, -1);
    }

    private double changedS(double level, int sign) {
        double excess = 0;
        double most = 0;
        double time = 0;
        double changed = 0;
        for (int i = 0; i < seconds.length; i++) {
            excess += sign * (sums[i] - level * seconds[i]);
            time += seconds[i];
            if (excess > most) {
                most = excess;
                changed = time;
            }
        }
        return changed;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}

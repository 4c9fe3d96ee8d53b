package io.bandwatch.detectors.sound;

import io.bandwatch.signal.Decibels;
import java.util.Arrays;

/**
 * How often loudness stood at each tenth of a unit, from which integrated loudness and loudness range are told after the fact,
 * their relative gates included: hours of programme take no more room than a minute. A tenth of a unit a step moves the
 * result by 0.05 LU at most, and a range by twice that.
 *
 * @param lowest first step that has a count; steps are counted from the absolute gate
 * @param counts blocks a step
 */
public record LoudnessHistogram(int lowest, int[] counts) {
    static final LoudnessHistogram EMPTY = new LoudnessHistogram(0, new int[0]);

    /** ITU-R BS.1770-4, annex 1: below it, no block counts. */
    static final double ABSOLUTE_GATE_LUFS = -70;

    /** The same: blocks farther below the mean of the others do not count. */
    private static final double RELATIVE_GATE_LU = 10;

    /** EBU Tech 3342, 2016, 3: the same of loudness range, and the shares of the values that are quieter than its ends. */
    private static final double RANGE_GATE_LU = 20;

    private static final double LOW_SHARE = 0.10;
    private static final double HIGH_SHARE = 0.95;

    private static final double STEP_LU = 0.1;

    /** Steps up to +30 LUFS: beyond any modulation. */
    private static final int STEPS = 1000;

    LoudnessHistogram with(double lufs) {
        // written so that NaN does not count either
        if (!(lufs >= ABSOLUTE_GATE_LUFS)) {
            return this;
        }
        int step = Math.min(STEPS - 1, (int) ((lufs - ABSOLUTE_GATE_LUFS) / STEP_LU));
        int from = counts.length == 0 ? step : Math.min(lowest, step);
        int to = counts.length == 0 ? step + 1 : Math.max(lowest + counts.length, step + 1);
        int[] next = new int[to - from];
        System.arraycopy(counts, 0, next, counts.length == 0 ? 0 : lowest - from, counts.length);
        next[step - from]++;
        return new LoudnessHistogram(from, next);
    }

    /** Integrated loudness of momentary loudness, LUFS; NaN where no block passes the gate. */
    double integratedLufs() {
        double relativeGate = mean(ABSOLUTE_GATE_LUFS) - RELATIVE_GATE_LU;
        return mean(Math.max(ABSOLUTE_GATE_LUFS, relativeGate));
    }

    /** Loudness range of short-term loudness, LU; NaN where nothing passes the gate. */
    double rangeLu() {
        double gateLufs = Math.max(ABSOLUTE_GATE_LUFS, mean(ABSOLUTE_GATE_LUFS) - RANGE_GATE_LU);
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += lufs(i) >= gateLufs ? counts[i] : 0;
        }
        return total == 0 ? Double.NaN : quantile(HIGH_SHARE, gateLufs, total) - quantile(LOW_SHARE, gateLufs, total);
    }

    /** Values counted. */
    long total() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /** Loudness that a share of the values above the gate does not exceed. */
    private double quantile(double share, double gateLufs, long total) {
        long rank = Math.round(share * (total - 1));
        long below = 0;
        int i = 0;
        while (below <= rank) {
            below += lufs(i) >= gateLufs ? counts[i] : 0;
            i++;
        }
        return lufs(i - 1);
    }

    private double lufs(int index) {
        return ABSOLUTE_GATE_LUFS + (lowest + index + 0.5) * STEP_LU;
    }

    private double mean(double gateLufs) {
        double power = 0;
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            if (lufs(i) >= gateLufs) {
                power += counts[i] * Decibels.toPower(lufs(i));
                total += counts[i];
            }
        }
        return Decibels.ofPower(power / total);
    }
}

package io.bandwatch.detectors.sound;

import io.bandwatch.signal.Decibels;

/**
 * How often momentary loudness stood at each tenth of a unit, from which integrated loudness is told after the fact, its
 * relative gate included: hours of programme take no more room than a minute. A tenth of a unit a step moves the result by
 * 0.05 LU at most.
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

    private static final double STEP_LU = 0.1;

    /** Steps up to +30 LUFS: beyond any modulation. */
    private static final int STEPS = 1000;

    LoudnessHistogram with(double momentaryLufs) {
        // written so that NaN does not count either
        if (!(momentaryLufs >= ABSOLUTE_GATE_LUFS)) {
            return this;
        }
        int step = Math.min(STEPS - 1, (int) ((momentaryLufs - ABSOLUTE_GATE_LUFS) / STEP_LU));
        int from = counts.length == 0 ? step : Math.min(lowest, step);
        int to = counts.length == 0 ? step + 1 : Math.max(lowest + counts.length, step + 1);
        int[] next = new int[to - from];
        System.arraycopy(counts, 0, next, counts.length == 0 ? 0 : lowest - from, counts.length);
        next[step - from]++;
        return new LoudnessHistogram(from, next);
    }

    /** Integrated loudness, LUFS; NaN where no block passes the gate. */
    double integratedLufs() {
        double relativeGate = mean(ABSOLUTE_GATE_LUFS) - RELATIVE_GATE_LU;
        return mean(Math.max(ABSOLUTE_GATE_LUFS, relativeGate));
    }

    private double mean(double gateLufs) {
        double power = 0;
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            double lufs = ABSOLUTE_GATE_LUFS + (lowest + i + 0.5) * STEP_LU;
            if (lufs >= gateLufs) {
                power += counts[i] * Decibels.toPower(lufs);
                total += counts[i];
            }
        }
        return Decibels.ofPower(power / total);
    }
}

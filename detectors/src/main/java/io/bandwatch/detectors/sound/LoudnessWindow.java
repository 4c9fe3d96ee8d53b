package io.bandwatch.detectors.sound;

import io.bandwatch.signal.AudioMeasurement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The K-weighted mean squares of the last three seconds, a block of 100 ms each: what momentary (0.4 s) and short-term (3 s)
 * loudness of EBU Tech 3341 stand on.
 *
 * @param blocks the newest first; fewer after a gap
 * @param lastLook begin of the look that the newest is from, null before the first
 */
public record LoudnessWindow(double[] blocks, @Nullable Instant lastLook) {
    /** Nothing heard. */
    public static final LoudnessWindow EMPTY = new LoudnessWindow(new double[0], null);

    private static final int MOMENTARY = 4;
    private static final int SHORT_TERM = 30;

    /** Looks are 200 ms long: a later one does not follow on the last. */
    private static final Duration LONGEST_STEP = Duration.ofMillis(300);

    /** With one more block of a look that began at {@code look}. */
    public LoudnessWindow with(double weightedMeanSquare, Instant look) {
        boolean follows = lastLook != null && Duration.between(lastLook, look).compareTo(LONGEST_STEP) <= 0;
        int kept = follows ? Math.min(SHORT_TERM - 1, blocks.length) : 0;
        double[] next = new double[kept + 1];
        System.arraycopy(blocks, 0, next, 1, kept);
        next[0] = weightedMeanSquare;
        return new LoudnessWindow(next, look);
    }

    /** Momentary loudness, LUFS; NaN before there are 0.4 s, negative infinity for nothing. */
    public double momentaryLufs() {
        return AudioMeasurement.loudness(mean(MOMENTARY));
    }

    /** Short-term loudness, LUFS; NaN before there are 3 s, negative infinity for nothing. */
    public double shortTermLufs() {
        return AudioMeasurement.loudness(mean(SHORT_TERM));
    }

    private double mean(int count) {
        if (blocks.length < count) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += blocks[i];
        }
        return sum / count;
    }
}

package io.bandwatch.detectors.sound;

import io.bandwatch.signal.AudioMeasurement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The K-weighted mean squares of the last three seconds in blocks of 20 ms, and those of the last look before them: what
 * momentary (0.4 s) and short-term (3 s) loudness of EBU Tech 3341 stand on.
 *
 * @param blocks the newest last; fewer after a gap
 * @param lastLook begin of the look that the newest are from, null before the first
 */
public record LoudnessWindow(double[] blocks, @Nullable Instant lastLook) {
    /** Nothing heard. */
    public static final LoudnessWindow EMPTY = new LoudnessWindow(new double[0], null);

    private static final int MOMENTARY = (int) Math.rint(0.4 / AudioMeasurement.LOUDNESS_BLOCK_S);
    private static final int SHORT_TERM = (int) Math.rint(3.0 / AudioMeasurement.LOUDNESS_BLOCK_S);

    /** Looks are 200 ms long: a later one does not follow on the last. */
    private static final Duration LONGEST_STEP = Duration.ofMillis(300);

    /** With the blocks of a look that began at {@code look}, in order of time. */
    public LoudnessWindow with(double[] weightedMeanSquare, Instant look) {
        boolean follows = lastLook != null && Duration.between(lastLook, look).compareTo(LONGEST_STEP) <= 0;
        int kept = follows ? Math.min(SHORT_TERM, blocks.length) : 0;
        double[] next = new double[kept + weightedMeanSquare.length];
        System.arraycopy(blocks, blocks.length - kept, next, 0, kept);
        System.arraycopy(weightedMeanSquare, 0, next, kept, weightedMeanSquare.length);
        return new LoudnessWindow(next, look);
    }

    /** Momentary loudness, LUFS; NaN before there are 0.4 s, negative infinity for nothing. */
    public double momentaryLufs() {
        return momentaryLufs(0);
    }

    /** Momentary loudness so many blocks ago. */
    double momentaryLufs(int ago) {
        return AudioMeasurement.loudness(mean(MOMENTARY, ago));
    }

    /** Short-term loudness, LUFS; NaN before there are 3 s, negative infinity for nothing. */
    public double shortTermLufs() {
        return shortTermLufs(0);
    }

    /** Short-term loudness so many blocks ago. */
    double shortTermLufs(int ago) {
        return AudioMeasurement.loudness(mean(SHORT_TERM, ago));
    }

    /**
     * For how long the blocks have been on one side of a level, s: back to where the sum of what exceeds it is greatest (E. S.
     * Page, "Continuous inspection schemes", Biometrika 41, 1954). A mean passes its limit later than what it is of.
     *
     * @param meanSquare the level
     * @param sign 1 for above, -1 for below
     */
    public double changedS(double meanSquare, int sign) {
        double excess = 0;
        double most = 0;
        int changed = 0;
        for (int ago = 0; ago < blocks.length; ago++) {
            excess += sign * (blocks[blocks.length - 1 - ago] - meanSquare);
            if (excess > most) {
                most = excess;
                changed = ago + 1;
            }
        }
        return changed * AudioMeasurement.LOUDNESS_BLOCK_S;
    }

    private double mean(int count, int ago) {
        int end = blocks.length - ago;
        if (end < count) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = end - count; i < end; i++) {
            sum += blocks[i];
        }
        return sum / count;
    }
}

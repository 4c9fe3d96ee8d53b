package io.bandwatch.detectors.content;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;

/**
 * How a moment of sound spreads over the {@value #BANDS} bands: their mean levels in the steps about it. Of what hardly changes
 * words say little, but two chords that last are spread differently.
 */
final class SoundShape {
    static final int BANDS = AudioMeasurement.PRINT_BANDS;

    /** A band so far below the loudest may be noise, in units of {@link AudioMeasurement#level}: 24 dB. */
    static final int DEPTH = (int) (24 / AudioMeasurement.LEVEL_UNIT_DB);

    private SoundShape() {}

    /** Puts the shape of the boundary before a step, in units of {@link AudioMeasurement#level}. */
    static void put(byte[] levels, int step, byte[] shapes, int at) {
        int reach = SoundWord.SPAN / 2;
        for (int b = 0; b < BANDS; b++) {
            int sum = reach;
            for (int s = -reach; s < reach; s++) {
                sum += levels[(step + s) * BANDS + b];
            }
            shapes[at + b] = (byte) (sum / SoundWord.SPAN);
        }
    }

    /**
     * By how much more each band is louder in one shape than in another than the bands are in the middle.
     *
     * @param depth what is further below the loudest band counts as if it were not, in units of {@link AudioMeasurement#level}
     */
    static float[] against(byte[] one, byte[] other, int depth) {
        float[] differences = new float[BANDS];
        int least = loudest(one) - depth;
        int otherLeast = loudest(other) - depth;
        for (int b = 0; b < BANDS; b++) {
            differences[b] = Math.max(one[b], least) - Math.max(other[b], otherLeast);
        }
        float middle = middle(differences);
        for (int b = 0; b < BANDS; b++) {
            differences[b] -= middle;
        }
        return differences;
    }

    /**
     * How unlike two shapes are: the mean of how far the differences of the bands are from what they always are, dB.
     *
     * @param differences as {@link #against} tells them
     * @param tone what they are while the sound is the same
     */
    static double unlikeDb(float[] differences, float[] tone) {
        float[] rest = new float[BANDS];
        for (int b = 0; b < BANDS; b++) {
            rest[b] = differences[b] - tone[b];
        }
        float middle = middle(rest);
        double sum = 0;
        for (float one : rest) {
            sum += Math.abs(one - middle);
        }
        return sum / BANDS * AudioMeasurement.LEVEL_UNIT_DB;
    }

    private static float middle(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[BANDS / 2 - 1] + sorted[BANDS / 2]) / 2;
    }

    private static int loudest(byte[] shape) {
        int loudest = 0;
        for (byte level : shape) {
            loudest = Math.max(loudest, level);
        }
        return loudest;
    }
}

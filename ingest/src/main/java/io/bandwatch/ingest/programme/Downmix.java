package io.bandwatch.ingest.programme;

/**
 * Sound of more than two channels on two: left, right, centre, low-frequency effects, left and right surround, in the order
 * of WAVEFORMATEXTENSIBLE, by the equations of ITU-R BS.775-3, table 2. Effects are left out, as they are from loudness.
 */
final class Downmix {
    private static final float SIDE = (float) Math.sqrt(0.5);
    private static final int SURROUND = 6;

    private Downmix() {}

    /** Channels of what {@link #of} gives. */
    static int channels(int channels) {
        return Math.min(2, channels);
    }

    /** Interleaved samples on at most two channels; of numbers of channels whose order is not known, the first two. */
    static float[] of(float[] samples, int channels) {
        if (channels <= 2) {
            return samples;
        }
        int length = samples.length / channels;
        float[] stereo = new float[2 * length];
        for (int i = 0; i < length; i++) {
            int at = channels * i;
            float left = samples[at];
            float right = samples[at + 1];
            if (channels == SURROUND) {
                left += SIDE * (samples[at + 2] + samples[at + 4]);
                right += SIDE * (samples[at + 2] + samples[at + 5]);
            }
            stereo[2 * i] = left;
            stereo[2 * i + 1] = right;
        }
        return stereo;
    }
}

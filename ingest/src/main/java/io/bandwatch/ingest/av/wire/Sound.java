package io.bandwatch.ingest.av.wire;

/**
 * Decoded sound.
 *
 * @param track number of its track
 * @param ptsNs presentation time of its first sample
 * @param rateHz samples a second
 * @param channels sounds that lie side by side
 * @param positions where they are played, bits in the order of {@link io.bandwatch.dsp.audio.ChannelLayout.Speaker}; 0 where
 *     it is not told
 * @param samples full scale 1.0; one of each channel after the other
 * @param afterLeftOut whether sound between the last one and this was left out on purpose
 */
public record Sound(
        int track, long ptsNs, int rateHz, int channels, int positions, float[] samples, boolean afterLeftOut) {
    /** Sound before which nothing was left out. */
    public Sound(int track, long ptsNs, int rateHz, int channels, int positions, float[] samples) {
        this(track, ptsNs, rateHz, channels, positions, samples, false);
    }

    /** Samples of one channel. */
    public int length() {
        return samples.length / channels;
    }
}

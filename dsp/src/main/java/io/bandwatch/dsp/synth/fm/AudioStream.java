package io.bandwatch.dsp.synth.fm;

/** Endless stereo sound at 48 kHz. Full scale: a real sine of amplitude 1.0. */
@FunctionalInterface
public interface AudioStream {
    /** Sample rate of every sound stream, Hz. */
    int RATE_HZ = 48_000;

    /** The next {@code count} samples of both channels. */
    void read(float[] left, float[] right, int count);
}

package io.bandwatch.dsp.synth.fm;

/** Pre-emphasis of both channels at 48 kHz (ITU-R BS.450-3, 1.4). Not thread-safe. */
final class Emphasis {
    private static final double SECOND_CORNER_HZ = 20_000.0;

    private final double zero;
    private final double pole;
    private final boolean off;
    private float lastLeft;
    private float lastRight;
    private double stateLeft;
    private double stateRight;

    /** @param timeConstantS 0 for none */
    Emphasis(double timeConstantS) {
        // 1 + s tau by the bilinear transform; a second corner at 20 kHz keeps it finite and undoes the transform's
        // bending of the frequency axis within 0.1 dB up to 15 kHz
        double k = 2.0 * AudioStream.RATE_HZ;
        zero = timeConstantS * k;
        pole = k / (2.0 * Math.PI * SECOND_CORNER_HZ);
        off = timeConstantS == 0.0;
    }

    void apply(float[] left, float[] right, int count) {
        if (off) {
            return;
        }
        for (int i = 0; i < count; i++) {
            stateLeft = ((1 + zero) * left[i] + (1 - zero) * lastLeft - (1 - pole) * stateLeft) / (1 + pole);
            stateRight = ((1 + zero) * right[i] + (1 - zero) * lastRight - (1 - pole) * stateRight) / (1 + pole);
            lastLeft = left[i];
            lastRight = right[i];
            left[i] = (float) stateLeft;
            right[i] = (float) stateRight;
        }
    }
}

package io.bandwatch.dsp.window;

/**
 * The Hann window in its periodic form: {@code w[n] = 0.5 - 0.5 cos(2 pi n / size)} (F. J. Harris, "On the use of
 * windows for harmonic analysis with the discrete Fourier transform", Proc. IEEE 66, 1978, section V.C). Noise bandwidth
 * 1.5 bins; side lobes fall by 18 dB an octave, which keeps a strong station out of its neighbour's channel; a constant
 * component fills exactly three bins.
 */
public final class HannWindow {
    private HannWindow() {}

    /** The weights, length {@code size}. */
    public static float[] weights(int size) {
        float[] weights = new float[size];
        for (int n = 0; n < size; n++) {
            weights[n] = (float) (0.5 - 0.5 * Math.cos(2.0 * Math.PI * n / size));
        }
        return weights;
    }
}

package io.bandwatch.dsp.fft;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * Discrete Fourier transform of real samples, in place, on the calling thread. Not thread-safe; allocates nothing after
 * construction.
 *
 * <p>The spectrum lies in the same array: {@code data[2*k]} real, {@code data[2*k + 1]} imaginary part of bin {@code k} for
 * {@code 0 < k < size/2}; {@code data[0]} is the constant component and {@code data[1]} the real bin {@code size/2}.
 */
public final class RealFft {
    private final int size;
    private final FloatFFT_1D transform;

    public RealFft(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size " + size + " is not a power of two of at least 4");
        }
        Fft.holdAtOneThread();
        this.size = size;
        this.transform = new FloatFFT_1D(size);
    }

    /** Samples of the transform. */
    public int size() {
        return size;
    }

    /** {@code X[k] = sum x[n] exp(-2 pi i k n / size)}, in place. */
    public void forward(float[] data) {
        transform.realForward(data);
    }

    /** {@code x[n] = 1/size sum X[k] exp(+2 pi i k n / size)} over all bins, mirrored ones included, in place. */
    public void inverse(float[] data) {
        transform.realInverse(data, true);
    }
}

package io.bandwatch.dsp.fft;

import org.jtransforms.fft.FloatFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * Complex discrete Fourier transform of one size, in place, on the calling thread. Not thread-safe; allocates nothing
 * after construction.
 *
 * <p>Data are interleaved: {@code data[2*k]} real, {@code data[2*k + 1]} imaginary part of sample or bin {@code k}; bin 0
 * is the constant component.
 */
public final class Fft {
    static {
        holdAtOneThread();
    }

    /** Called before any transform is made. */
    static void holdAtOneThread() {
        // JTransforms forks onto a pool shared by the whole JVM from 4096 points up: inside a Flink task a hidden thief
        // of cores. Held at one thread here and nowhere else.
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int size;
    private final FloatFFT_1D transform;

    public Fft(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size " + size + " is not a power of two of at least 2");
        }
        this.size = size;
        this.transform = new FloatFFT_1D(size);
    }

    /** Points of the transform. */
    public int size() {
        return size;
    }

    /** {@code X[k] = sum x[n] exp(-2 pi i k n / size)}, in place, length {@code 2 * size}. */
    public void forward(float[] data) {
        transform.complexForward(data);
    }

    /** {@code x[n] = sum X[k] exp(+2 pi i k n / size)} without division by the size, in place. */
    public void inverse(float[] data) {
        transform.complexInverse(data, false);
    }
}

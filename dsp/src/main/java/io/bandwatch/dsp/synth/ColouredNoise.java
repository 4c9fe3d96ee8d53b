package io.bandwatch.dsp.synth;

import io.bandwatch.dsp.fft.Fft;
import io.bandwatch.signal.Decibels;

/**
 * Complex Gaussian noise with the density of a {@link FloorShape}: white noise, shaped by a short zero-phase filter found
 * by frequency sampling and applied to overlapping transforms. Not thread-safe; allocates nothing in {@code add}.
 */
final class ColouredNoise {
    private static final int HALF = 32;
    private static final int GRID = 1024;

    private final SeededRandom random;
    private final double sampleRateHz;
    private final double whiteDensity;
    private final float sigma;
    private final double[] tapRe = new double[HALF + 1];
    private final double[] tapIm = new double[HALF + 1];
    private final boolean flat;
    private final float[] window;
    private final float[] scratch;
    private final float[] response;

    /**
     * @param size points of the transforms that {@link #addTo} adds to; half of them advance at a time
     */
    ColouredNoise(FloorShape floor, double sampleRateHz, long seed, int size) {
        this.random = SeededRandom.forPurpose(seed, "noise floor");
        this.sampleRateHz = sampleRateHz;
        whiteDensity = Decibels.toPower(floor.densityDbfsPerHz());
        sigma = (float) Math.sqrt(0.5 * whiteDensity * sampleRateHz);
        flat = floor.isFlat();
        design(floor);
        int length = flat ? 0 : size;
        window = new float[2 * length];
        scratch = new float[2 * length];
        response = new float[length];
        for (int k = 0; k < length; k++) {
            response[k] = (float) (amplitude((double) k / size) / size);
        }
        fill(window, length);
    }

    /** Power density at an offset from the centre, linear full-scale power per Hz, as the filter really makes it. */
    double density(double offsetHz) {
        double amplitude = amplitude(offsetHz / sampleRateHz);
        return whiteDensity * amplitude * amplitude;
    }

    /** Adds the next half transform of noise to a spectrum, if the noise is coloured. */
    void addTo(float[] spectrum, Fft fft) {
        if (flat) {
            return;
        }
        System.arraycopy(window, window.length / 2, window, 0, window.length / 2);
        fill(window, window.length / 2);
        System.arraycopy(window, 0, scratch, 0, window.length);
        fft.forward(scratch);
        for (int k = 0; k < response.length; k++) {
            spectrum[2 * k] += response[k] * scratch[2 * k];
            spectrum[2 * k + 1] += response[k] * scratch[2 * k + 1];
        }
    }

    /** Adds the next block of noise to samples, if the noise is white. */
    void addTo(float[] re, float[] im) {
        if (!flat) {
            return;
        }
        for (int i = 0; i < re.length; i++) {
            re[i] += sigma * (float) random.nextGaussian();
            im[i] += sigma * (float) random.nextGaussian();
        }
    }

    private void fill(float[] values, int from) {
        for (int i = from; i < values.length; i++) {
            values[i] = sigma * (float) random.nextGaussian();
        }
    }

    /** Response of the filter, {@code h[-n] = conj(h[n])}, so a real number. */
    private double amplitude(double cycles) {
        double response = tapRe[0];
        for (int n = 1; n <= HALF; n++) {
            double angle = 2.0 * Math.PI * cycles * n;
            response += 2.0 * (tapRe[n] * StrictMath.cos(angle) + tapIm[n] * StrictMath.sin(angle));
        }
        return response;
    }

    private void design(FloorShape floor) {
        if (flat) {
            tapRe[0] = 1.0;
            return;
        }
        for (int n = 0; n <= HALF; n++) {
            double sumRe = 0.0;
            double sumIm = 0.0;
            for (int k = 0; k < GRID; k++) {
                double place = (k - GRID / 2 + 0.5) / GRID;
                double wanted = Decibels.toAmplitude(floor.shapeDb(place * sampleRateHz, sampleRateHz));
                sumRe += wanted * StrictMath.cos(2.0 * Math.PI * place * n);
                sumIm += wanted * StrictMath.sin(2.0 * Math.PI * place * n);
            }
            double taper = 0.5 + 0.5 * StrictMath.cos(Math.PI * n / (HALF + 1));
            tapRe[n] = taper * sumRe / GRID;
            tapIm[n] = taper * sumIm / GRID;
        }
    }
}

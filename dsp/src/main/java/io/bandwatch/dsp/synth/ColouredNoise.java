package io.bandwatch.dsp.synth;

import io.bandwatch.signal.Decibels;
import java.util.Arrays;

/**
 * Complex Gaussian noise with the density of a {@link NoiseFloor}: white noise through a zero-phase filter found by
 * frequency sampling. Not thread-safe; allocates nothing in {@code add}.
 */
public final class ColouredNoise {
    private static final int HALF = 32;
    private static final int GRID = 1024;

    private final SeededRandom random;
    private final double sampleRateHz;
    private final double whiteDensity;
    private final float sigma;
    private final float[] tapRe = new float[HALF + 1];
    private final float[] tapIm = new float[HALF + 1];
    private final boolean flat;
    private final float[] whiteRe;
    private final float[] whiteIm;
    private final int block;

    /**
     * @param blockSamples how many samples every call of {@link #add} fills
     */
    public ColouredNoise(NoiseFloor floor, double sampleRateHz, long seed, int blockSamples) {
        this.random = SeededRandom.forPurpose(seed, "noise floor");
        this.sampleRateHz = sampleRateHz;
        this.block = blockSamples;
        whiteDensity = Decibels.toPower(floor.densityDbfsPerHz());
        sigma = (float) Math.sqrt(0.5 * whiteDensity * sampleRateHz);
        flat = floor.isFlat();
        design(floor);
        whiteRe = new float[flat ? 0 : blockSamples + 2 * HALF];
        whiteIm = new float[whiteRe.length];
        if (!flat) {
            fill(whiteRe, whiteIm, blockSamples, 2 * HALF);
        }
    }

    /** Power density at an offset from the centre, linear full-scale power per Hz, as the filter really makes it. */
    public double density(double offsetHz) {
        double response = tapRe[0];
        for (int n = 1; n <= HALF; n++) {
            double angle = 2.0 * Math.PI * offsetHz / sampleRateHz * n;
            response += 2.0 * (tapRe[n] * StrictMath.cos(angle) + tapIm[n] * StrictMath.sin(angle));
        }
        return whiteDensity * response * response;
    }

    /** Adds the next block of noise to the samples. */
    public void add(float[] re, float[] im) {
        if (flat) {
            for (int i = 0; i < block; i++) {
                re[i] += sigma * (float) random.nextGaussian();
                im[i] += sigma * (float) random.nextGaussian();
            }
            return;
        }
        System.arraycopy(whiteRe, block, whiteRe, 0, 2 * HALF);
        System.arraycopy(whiteIm, block, whiteIm, 0, 2 * HALF);
        fill(whiteRe, whiteIm, 2 * HALF, block);
        filter(re, im);
    }

    // h[-n] = conj(h[n]): one pass over the block for each pair of taps, which the compiler turns into vector code
    private void filter(float[] re, float[] im) {
        float centre = tapRe[0];
        for (int i = 0; i < block; i++) {
            re[i] += centre * whiteRe[i + HALF];
            im[i] += centre * whiteIm[i + HALF];
        }
        for (int n = 1; n <= HALF; n++) {
            addPair(re, im, n);
        }
    }

    private void addPair(float[] re, float[] im, int n) {
        float a = tapRe[n];
        float b = tapIm[n];
        int past = HALF - n;
        int future = HALF + n;
        for (int i = 0; i < block; i++) {
            float sumRe = whiteRe[i + past] + whiteRe[i + future];
            float sumIm = whiteIm[i + past] + whiteIm[i + future];
            float differenceRe = whiteRe[i + past] - whiteRe[i + future];
            float differenceIm = whiteIm[i + past] - whiteIm[i + future];
            re[i] += a * sumRe - b * differenceIm;
            im[i] += a * sumIm + b * differenceRe;
        }
    }

    private void fill(float[] re, float[] im, int from, int count) {
        for (int i = from; i < from + count; i++) {
            re[i] = sigma * (float) random.nextGaussian();
            im[i] = sigma * (float) random.nextGaussian();
        }
    }

    private void design(NoiseFloor floor) {
        Arrays.fill(tapRe, 0f);
        if (flat) {
            tapRe[0] = 1f;
            return;
        }
        for (int n = 0; n <= HALF; n++) {
            double sumRe = 0.0;
            double sumIm = 0.0;
            for (int k = 0; k < GRID; k++) {
                double place = (k - GRID / 2 + 0.5) / GRID;
                double amplitude = Decibels.toAmplitude(floor.shapeDb(place * sampleRateHz, sampleRateHz));
                sumRe += amplitude * StrictMath.cos(2.0 * Math.PI * place * n);
                sumIm += amplitude * StrictMath.sin(2.0 * Math.PI * place * n);
            }
            double window = 0.5 + 0.5 * StrictMath.cos(Math.PI * n / (HALF + 1));
            tapRe[n] = (float) (window * sumRe / GRID);
            tapIm[n] = (float) (window * sumIm / GRID);
        }
    }
}

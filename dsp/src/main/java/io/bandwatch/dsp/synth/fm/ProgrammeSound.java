package io.bandwatch.dsp.synth.fm;

import java.util.Arrays;

/**
 * Programme sound as it enters the modulator: pre-emphasised, limited and low-passed at 15 kHz, all at 48 kHz, then
 * brought to the rate of the multiplex by a windowed sinc. Not thread-safe; allocates nothing in {@code next}.
 */
final class ProgrammeSound {
    private static final int BLOCK = 480;
    private static final int HALF = 8;
    private static final int PHASES = 256;
    private static final int LOW_PASS_HALF = 40;
    /** Middle of the fall, which reaches from 15 kHz to where the pilot must stand alone. */
    private static final double LOW_PASS_HZ = 16_400.0;

    private static final double RELEASE_PER_SAMPLE = 1.0 / (0.2 * AudioStream.RATE_HZ);
    private static final float[][] TAPS = interpolator();
    private static final float[] LOW_PASS = lowPass();

    private final AudioStream audio;
    private final double emphasis;
    private final double pole;
    private final float[] left = new float[BLOCK + 2 * HALF];
    private final float[] right = new float[BLOCK + 2 * HALF];
    private final float[] newLeft = new float[BLOCK];
    private final float[] newRight = new float[BLOCK];
    private final float[] limitedLeft = new float[BLOCK + 2 * LOW_PASS_HALF];
    private final float[] limitedRight = new float[BLOCK + 2 * LOW_PASS_HALF];
    private final double step;
    private double position = BLOCK;
    private double limiterGain = 1.0;
    private float lastLeft;
    private float lastRight;
    private double stateLeft;
    private double stateRight;

    /** Left and right of the sample that {@link #next} moved to. */
    float currentLeft;

    float currentRight;

    ProgrammeSound(AudioStream audio, double preEmphasisS, double multiplexRateHz) {
        this.audio = audio;
        this.step = AudioStream.RATE_HZ / multiplexRateHz;
        // 1 + s tau by the bilinear transform; a second corner at 20 kHz keeps it finite and undoes the transform's
        // bending of the frequency axis within 0.1 dB up to 15 kHz
        double k = 2.0 * AudioStream.RATE_HZ;
        double corner = 1.0 / (2.0 * Math.PI * 20_000.0);
        this.emphasis = preEmphasisS == 0.0 ? Double.NaN : preEmphasisS * k;
        this.pole = corner * k;
    }

    /** Moves one sample of the multiplex on. */
    void next() {
        if (position >= BLOCK) {
            refill();
            position -= BLOCK;
        }
        int index = (int) position;
        float[] taps = TAPS[(int) ((position - index) * PHASES)];
        float sumLeft = 0f;
        float sumRight = 0f;
        for (int n = 0; n < 2 * HALF; n++) {
            sumLeft += taps[n] * left[index + n];
            sumRight += taps[n] * right[index + n];
        }
        currentLeft = sumLeft;
        currentRight = sumRight;
        position += step;
    }

    private void refill() {
        audio.read(newLeft, newRight, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            emphasise(i);
            limit(i);
        }
        filter(newLeft, limitedLeft, left);
        filter(newRight, limitedRight, right);
    }

    // one pass over the block for each tap: vector code, where a sum for each sample is none
    private static void filter(float[] in, float[] past, float[] out) {
        System.arraycopy(past, BLOCK, past, 0, 2 * LOW_PASS_HALF);
        System.arraycopy(in, 0, past, 2 * LOW_PASS_HALF, BLOCK);
        System.arraycopy(out, BLOCK, out, 0, 2 * HALF);
        Arrays.fill(out, 2 * HALF, 2 * HALF + BLOCK, 0f);
        for (int n = 0; n <= 2 * LOW_PASS_HALF; n++) {
            float tap = LOW_PASS[n];
            for (int i = 0; i < BLOCK; i++) {
                out[2 * HALF + i] += tap * past[i + n];
            }
        }
    }

    private void emphasise(int i) {
        if (Double.isNaN(emphasis)) {
            return;
        }
        float inLeft = newLeft[i];
        float inRight = newRight[i];
        stateLeft = ((1 + emphasis) * inLeft + (1 - emphasis) * lastLeft - (1 - pole) * stateLeft) / (1 + pole);
        stateRight = ((1 + emphasis) * inRight + (1 - emphasis) * lastRight - (1 - pole) * stateRight) / (1 + pole);
        lastLeft = inLeft;
        lastRight = inRight;
        newLeft[i] = (float) stateLeft;
        newRight[i] = (float) stateRight;
    }

    private void limit(int i) {
        double peak = Math.max(Math.abs(newLeft[i]), Math.abs(newRight[i]));
        limiterGain = Math.min(1.0, limiterGain + RELEASE_PER_SAMPLE);
        if (peak * limiterGain > 1.0) {
            limiterGain = 1.0 / peak;
        }
        newLeft[i] *= (float) limiterGain;
        newRight[i] *= (float) limiterGain;
    }

    private static float[] lowPass() {
        double cutoff = LOW_PASS_HZ / AudioStream.RATE_HZ;
        return normalised(sinc(2 * LOW_PASS_HALF + 1, LOW_PASS_HALF, cutoff, LOW_PASS_HALF + 1));
    }

    private static float[][] interpolator() {
        float[][] taps = new float[PHASES][];
        for (int p = 0; p < PHASES; p++) {
            taps[p] = normalised(sinc(2 * HALF, HALF - 1 + (p + 0.5) / PHASES, 0.5, HALF));
        }
        return taps;
    }

    /** {@code length} taps of a low pass around {@code middle} under a Hann window of half width {@code reach}. */
    private static double[] sinc(int length, double middle, double cutoff, double reach) {
        double[] taps = new double[length];
        for (int n = 0; n < length; n++) {
            double x = n - middle;
            double window = 0.5 + 0.5 * StrictMath.cos(Math.PI * x / reach);
            double angle = 2.0 * Math.PI * cutoff * x;
            taps[n] = window * (Math.abs(angle) < 1e-9 ? 1.0 : StrictMath.sin(angle) / angle);
        }
        return taps;
    }

    private static float[] normalised(double[] taps) {
        double sum = 0.0;
        for (double tap : taps) {
            sum += tap;
        }
        float[] unity = new float[taps.length];
        for (int n = 0; n < taps.length; n++) {
            unity[n] = (float) (taps[n] / sum);
        }
        return unity;
    }
}

package io.bandwatch.dsp.synth.fm;

import java.util.Arrays;

/**
 * Programme sound as it enters the modulator: pre-emphasised and limited at 48 kHz, low-passed at 15 kHz and brought to
 * 96 kHz in one filter, and from there to the rate of the multiplex by a cubic, whose error at 15 kHz is 50 dB down and at
 * 5 kHz 90 dB. Of a mono station the sum alone is filtered. Not thread-safe; allocates nothing in {@code next}.
 */
final class ProgrammeSound {
    private static final int BLOCK = 480;
    private static final int PHASES = 2;
    private static final int HALF = 24;
    /** Middle of the fall, which reaches from 15 kHz to where the pilot must stand alone. */
    private static final double LOW_PASS_HZ = 16_400.0;

    private static final double RELEASE_PER_SAMPLE = 1.0 / (0.2 * AudioStream.RATE_HZ);
    private static final float[][] LOW_PASS = lowPass();

    private final AudioStream audio;
    private final Emphasis emphasis;
    private final boolean stereo;
    private final float[] newLeft = new float[BLOCK];
    private final float[] newRight = new float[BLOCK];
    private final Track sum = new Track();
    private final Track difference = new Track();
    private final double step;
    private double position = BLOCK * PHASES;
    private double limiterGain = 1.0;

    /** Half the sum, and half the difference, of the channels at the sample that {@link #next} moved to. */
    float currentSum;

    float currentDifference;

    ProgrammeSound(AudioStream audio, MultiplexSettings settings, double multiplexRateHz) {
        this.audio = audio;
        this.step = PHASES * AudioStream.RATE_HZ / multiplexRateHz;
        this.emphasis = new Emphasis(settings.preEmphasisS());
        this.stereo = settings.stereo();
    }

    /** Moves one sample of the multiplex on. */
    void next() {
        if (position >= BLOCK * PHASES) {
            refill();
            position -= BLOCK * PHASES;
        }
        int index = (int) position;
        float f = (float) (position - index);
        // Lagrange through four samples at -1, 0, 1, 2
        float w0 = -f * (f - 1) * (f - 2) / 6;
        float w1 = (f + 1) * (f - 1) * (f - 2) / 2;
        float w2 = -(f + 1) * f * (f - 2) / 2;
        float w3 = (f + 1) * f * (f - 1) / 6;
        float[] s = sum.fine;
        currentSum = w0 * s[index] + w1 * s[index + 1] + w2 * s[index + 2] + w3 * s[index + 3];
        if (stereo) {
            float[] d = difference.fine;
            currentDifference = w0 * d[index] + w1 * d[index + 1] + w2 * d[index + 2] + w3 * d[index + 3];
        }
        position += step;
    }

    private void refill() {
        audio.read(newLeft, newRight, BLOCK);
        emphasis.apply(newLeft, newRight, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            limit(i);
            float half = 0.5f * (newLeft[i] + newRight[i]);
            newRight[i] = newLeft[i] - half;
            newLeft[i] = half;
        }
        sum.append(newLeft);
        if (stereo) {
            difference.append(newRight);
        }
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

    /** Polyphase branches of a Hann-windowed sinc at 96 kHz, each with a sum of 1. */
    private static float[][] lowPass() {
        double rateHz = PHASES * AudioStream.RATE_HZ;
        float[][] branches = new float[PHASES][2 * HALF];
        for (int p = 0; p < PHASES; p++) {
            double[] taps = new double[2 * HALF];
            double sum = 0.0;
            for (int n = 0; n < 2 * HALF; n++) {
                double x = (n - HALF + 0.5) * PHASES - (p - 0.5 * (PHASES - 1));
                double window = 0.5 + 0.5 * StrictMath.cos(Math.PI * x / (PHASES * HALF + PHASES));
                double angle = 2.0 * Math.PI * LOW_PASS_HZ / rateHz * x;
                taps[n] = window * (Math.abs(angle) < 1e-9 ? 1.0 : StrictMath.sin(angle) / angle);
                sum += taps[n];
            }
            for (int n = 0; n < 2 * HALF; n++) {
                branches[p][n] = (float) (taps[n] / sum);
            }
        }
        return branches;
    }

    /** One signal on its way from 48 to 96 kHz. */
    private static final class Track {
        private static final int OVERLAP = 4;

        private final float[] past = new float[BLOCK + 2 * HALF];
        private final float[] branch = new float[BLOCK];
        private final float[] fine = new float[BLOCK * PHASES + OVERLAP];

        private void append(float[] block) {
            System.arraycopy(past, BLOCK, past, 0, 2 * HALF);
            System.arraycopy(block, 0, past, 2 * HALF, BLOCK);
            System.arraycopy(fine, BLOCK * PHASES, fine, 0, OVERLAP);
            for (int p = 0; p < PHASES; p++) {
                Arrays.fill(branch, 0f);
                for (int n = 0; n < 2 * HALF; n++) {
                    addTap(LOW_PASS[p][n], n);
                }
                for (int i = 0; i < BLOCK; i++) {
                    fine[OVERLAP + PHASES * i + p] = branch[i];
                }
            }
        }

        // one pass over the block for each tap: vector code, where a sum for each sample is none
        private void addTap(float tap, int n) {
            for (int i = 0; i < BLOCK; i++) {
                branch[i] += tap * past[i + n];
            }
        }
    }
}

package io.bandwatch.dsp.synth.fm;

/**
 * Programme sound as it enters the modulator: pre-emphasised and limited at 48 kHz, then low-passed at 15 kHz and brought
 * to the rate of the multiplex by a windowed sinc. Not thread-safe; allocates nothing in {@code next}.
 */
final class ProgrammeSound {
    private static final int BLOCK = 480;
    private static final int HALF = 24;
    private static final int PHASES = 128;
    private static final double CUTOFF = 16_500.0 / AudioStream.RATE_HZ;
    private static final double RELEASE_PER_SAMPLE = 1.0 / (0.2 * AudioStream.RATE_HZ);
    private static final float[][] TAPS = taps();

    private final AudioStream audio;
    private final double emphasis;
    private final double pole;
    private final float[] left = new float[BLOCK + 2 * HALF];
    private final float[] right = new float[BLOCK + 2 * HALF];
    private final float[] newLeft = new float[BLOCK];
    private final float[] newRight = new float[BLOCK];
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
        System.arraycopy(left, BLOCK, left, 0, 2 * HALF);
        System.arraycopy(right, BLOCK, right, 0, 2 * HALF);
        audio.read(newLeft, newRight, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            emphasise(i);
            limit(i);
            left[2 * HALF + i] = newLeft[i];
            right[2 * HALF + i] = newRight[i];
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

    private static float[][] taps() {
        float[][] taps = new float[PHASES][2 * HALF];
        for (int p = 0; p < PHASES; p++) {
            double sum = 0.0;
            double[] row = new double[2 * HALF];
            for (int n = 0; n < 2 * HALF; n++) {
                double x = n - HALF + 1 - (p + 0.5) / PHASES;
                double window = 0.5 + 0.5 * StrictMath.cos(Math.PI * x / HALF);
                double angle = 2.0 * Math.PI * CUTOFF * x;
                row[n] = window * (Math.abs(angle) < 1e-9 ? 1.0 : StrictMath.sin(angle) / angle);
                sum += row[n];
            }
            for (int n = 0; n < 2 * HALF; n++) {
                taps[p][n] = (float) (row[n] / sum);
            }
        }
        return taps;
    }
}

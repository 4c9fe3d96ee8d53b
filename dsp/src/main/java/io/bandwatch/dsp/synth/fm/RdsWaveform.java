package io.bandwatch.dsp.synth.fm;

/**
 * The baseband of RDS: differentially coded bits as biphase symbols through the cosine shaping of IEC 62106-1 (response
 * {@code cos(pi f T/4)} up to {@code 2/T}, T one bit). Peak about 1. Not thread-safe; allocates nothing in {@code at}.
 */
final class RdsWaveform {
    private static final int STEPS = 256;
    private static final int BEFORE = 2;
    private static final int AFTER = 2;
    private static final int SPAN = BEFORE + AFTER;
    private static final float[] SYMBOL = symbol();

    private final RdsBits bits;
    private final float[] signs = new float[SPAN];
    private long currentBit = -1;
    private int coded;

    RdsWaveform(RdsBits bits) {
        this.bits = bits;
    }

    /** The waveform at a time counted in bits, which must not go back. */
    float at(double timeBits) {
        long bit = (long) timeBits;
        while (currentBit < bit) {
            currentBit++;
            System.arraycopy(signs, 1, signs, 0, SPAN - 1);
            coded ^= bits.next();
            signs[SPAN - 1] = coded == 1 ? 1f : -1f;
        }
        int phase = (int) ((timeBits - bit) * STEPS);
        // signs[n] began SPAN - 1 - n bits ago, and its symbol stands BEFORE bits later
        float sum = signs[0] * SYMBOL[3 * STEPS + phase];
        sum += signs[1] * SYMBOL[2 * STEPS + phase];
        sum += signs[2] * SYMBOL[STEPS + phase];
        sum += signs[3] * SYMBOL[phase];
        return sum;
    }

    private static float[] symbol() {
        float[] symbol = new float[SPAN * STEPS];
        float peak = 0f;
        for (int i = 0; i < symbol.length; i++) {
            double x = (i + 0.5) / STEPS - BEFORE;
            symbol[i] = (float) (pulse(x + 0.25) - pulse(x - 0.25));
            peak = Math.max(peak, Math.abs(symbol[i]));
        }
        for (int i = 0; i < symbol.length; i++) {
            symbol[i] /= peak;
        }
        return symbol;
    }

    // inverse transform of cos(pi f T/4) over |f| < 2/T, time in units of T, with a soft end
    private static double pulse(double x) {
        double denominator = 1.0 - 64.0 * x * x;
        double ideal = Math.abs(denominator) < 1e-9 ? Math.PI / 4.0 : StrictMath.cos(4.0 * Math.PI * x) / denominator;
        double reach = BEFORE - 0.25;
        return Math.abs(x) >= reach ? 0.0 : ideal * (0.5 + 0.5 * StrictMath.cos(Math.PI * x / reach));
    }
}

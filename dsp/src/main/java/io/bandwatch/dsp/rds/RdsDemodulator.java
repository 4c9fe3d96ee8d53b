package io.bandwatch.dsp.rds;

import io.bandwatch.signal.RdsBits;

/**
 * Turns the 57 kHz subcarrier of one frame into bits. Carrier and clock are estimated from the whole frame (squaring for
 * the suppressed carrier, energy for the clock; H. Meyr, M. Moeneclaey, S. A. Fechtel, "Digital Communication Receivers",
 * 1998, sections 5.10 and 6.3), so that nothing needs to settle and nothing is remembered: the pilot is not needed either.
 *
 * <p>Not thread-safe; allocates the bits only.
 */
public final class RdsDemodulator {
    /** IEC 62106, 5.1.1: three times the pilot. */
    public static final double SUBCARRIER_HZ = 57_000.0;

    /** IEC 62106, 5.1.5: the 48th part of the subcarrier's frequency. */
    public static final double BIT_S = 48.0 / SUBCARRIER_HZ;

    /** Where the shaping filter of IEC 62106, 5.1.4 ends. */
    public static final double HALF_WIDTH_HZ = 2.0 / BIT_S;

    /** Farther than any transmitter's pilot allows: 3 x 2 Hz, and the receiver's clock by 50 ppm. */
    private static final double WIDEST_OFFSET_HZ = 10.0;

    private static final double OFFSET_STEP_HZ = 0.5;

    /** Length over which the squared subcarrier is summed before its frequency is looked for. */
    private static final double SLICE_S = 0.005;

    /** Share of the power in the phase of the data: noise alone has 0.1, a subcarrier 10 dB below noise 0.2. */
    private static final double PRESENT = 0.3;

    private static final int CLOCK_PHASES = 24;

    private final double rateHz;
    private final double zeroHz;
    private final double bitSamples;
    private float[] wave = {};

    /**
     * @param rateHz rate of the subcarrier's samples, Hz, at least 7 a bit
     * @param zeroHz frequency that stands at 0 in them, Hz
     */
    public RdsDemodulator(double rateHz, double zeroHz) {
        this.rateHz = rateHz;
        this.zeroHz = zeroHz;
        this.bitSamples = BIT_S * rateHz;
    }

    /**
     * Demodulates a frame.
     *
     * @param y analytic subcarrier after the shaping filter, interleaved
     * @param samples samples that carry the frame, lead-in and all
     * @param startS time of the frame's start after sample 0, s
     * @param fromS time from which bits are given, s
     * @param toS time up to which bits are given, s
     */
    public RdsBits demodulate(float[] y, double samples, double startS, double fromS, double toS) {
        int count = (int) samples;
        double offsetHz = offset(y, count);
        if (!despin(y, count, offsetHz)) {
            return RdsBits.NONE;
        }
        double period = bitSamples * SUBCARRIER_HZ / (zeroHz + offsetHz);
        double phase = clock(count, period);
        int first = (int) Math.ceil((fromS * rateHz - phase) / period);
        int last = (int) Math.ceil((toS * rateHz - phase) / period) - 1;
        // the first bit is told by its change against the symbol before it
        first = Math.max(first, (int) Math.ceil((period - phase) / period) + 1);
        last = Math.min(last, (int) Math.floor((count - 2 - period - phase) / period));
        return last < first ? RdsBits.NONE : bits(first, last, phase, period, startS);
    }

    private RdsBits bits(int first, int last, double phase, double period, double startS) {
        double[] symbols = new double[last - first + 2];
        double sum = 0.0;
        for (int k = 0; k < symbols.length; k++) {
            symbols[k] = symbol(phase + (first - 1 + k) * period, period);
            sum += Math.abs(symbols[k]);
        }
        double sure = 64.0 * symbols.length / sum;
        byte[] soft = new byte[last - first + 1];
        for (int k = 0; k < soft.length; k++) {
            boolean changed = (symbols[k] > 0.0) != (symbols[k + 1] > 0.0);
            double weight = sure * Math.min(Math.abs(symbols[k]), Math.abs(symbols[k + 1]));
            int magnitude = (int) Math.max(1, Math.min(127, Math.rint(weight)));
            soft[k] = (byte) (changed ? magnitude : -magnitude);
        }
        double firstS = (phase + first * period) / rateHz;
        return new RdsBits(soft, Math.round((firstS - startS) * 1e9), period / rateHz * 1e9);
    }

    /** Frequency of the suppressed carrier against {@code zeroHz}: half that of the line in the squared signal, Hz. */
    private double offset(float[] y, int count) {
        int slice = Math.max(1, (int) (SLICE_S * rateHz));
        int slices = count / slice;
        double[] re = new double[slices];
        double[] im = new double[slices];
        for (int s = 0; s < slices; s++) {
            for (int i = s * slice; i < (s + 1) * slice; i++) {
                double a = y[2 * i];
                double b = y[2 * i + 1];
                re[s] += a * a - b * b;
                im[s] += 2.0 * a * b;
            }
        }
        double nominalHz = SUBCARRIER_HZ - zeroHz;
        double best = -1.0;
        double bestHz = nominalHz;
        for (double hz = -WIDEST_OFFSET_HZ; hz <= WIDEST_OFFSET_HZ; hz += OFFSET_STEP_HZ) {
            double power = line(re, im, slice, nominalHz + hz);
            if (power > best) {
                best = power;
                bestHz = nominalHz + hz;
            }
        }
        return bestHz;
    }

    private double line(double[] re, double[] im, int slice, double offsetHz) {
        double turn = -2.0 * 2.0 * Math.PI * offsetHz * slice / rateHz;
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double c = 1.0;
        double s = 0.0;
        double x = 0.0;
        double z = 0.0;
        for (int k = 0; k < re.length; k++) {
            x += re[k] * c - im[k] * s;
            z += re[k] * s + im[k] * c;
            double next = c * cos - s * sin;
            s = c * sin + s * cos;
            c = next;
        }
        return x * x + z * z;
    }

    /** Takes frequency and phase off, leaving the data in the real part; false if there is no more there than chance. */
    private boolean despin(float[] y, int count, double offsetHz) {
        double turn = -2.0 * Math.PI * offsetHz / rateHz;
        double re = 0.0;
        double im = 0.0;
        double power = 0.0;
        double cosStep = Math.cos(turn);
        double sinStep = Math.sin(turn);
        double c = 1.0;
        double s = 0.0;
        for (int i = 0; i < count; i++) {
            double a = y[2 * i] * c - y[2 * i + 1] * s;
            double b = y[2 * i] * s + y[2 * i + 1] * c;
            y[2 * i] = (float) a;
            y[2 * i + 1] = (float) b;
            re += a * a - b * b;
            im += 2.0 * a * b;
            power += a * a + b * b;
            double next = c * cosStep - s * sinStep;
            s = c * sinStep + s * cosStep;
            c = next;
        }
        if (!(Math.hypot(re, im) > PRESENT * power)) {
            return false;
        }
        double phase = -0.5 * Math.atan2(im, re);
        float cos = (float) Math.cos(phase);
        float sin = (float) Math.sin(phase);
        if (wave.length < count) {
            wave = new float[count];
        }
        for (int i = 0; i < count; i++) {
            wave[i] = y[2 * i] * cos - y[2 * i + 1] * sin;
        }
        return true;
    }

    /** Middle of the first bit, samples: where the symbols have the most energy. */
    private double clock(int count, double period) {
        double[] energy = new double[CLOCK_PHASES];
        int symbols = (int) ((count - 2) / period) - 2;
        for (int p = 0; p < CLOCK_PHASES; p++) {
            for (int k = 1; k <= symbols; k++) {
                double value = symbol((p / (double) CLOCK_PHASES + k) * period, period);
                energy[p] += value * value;
            }
        }
        int best = 0;
        for (int p = 1; p < CLOCK_PHASES; p++) {
            best = energy[p] > energy[best] ? p : best;
        }
        double before = energy[(best + CLOCK_PHASES - 1) % CLOCK_PHASES];
        double after = energy[(best + 1) % CLOCK_PHASES];
        double bend = before - 2.0 * energy[best] + after;
        double shift = bend < 0.0 ? 0.5 * (before - after) / bend : 0.0;
        return (best + shift) / CLOCK_PHASES * period;
    }

    /** A biphase symbol about its middle: the first half against the second (IEC 62106, 5.1.7). */
    private double symbol(double middle, double period) {
        return at(middle - 0.25 * period) - at(middle + 0.25 * period);
    }

    /** The waveform between samples, by the cubic of R. Catmull and R. Rom through the four nearest. */
    private double at(double place) {
        int i = (int) Math.floor(place);
        double t = place - i;
        double a = value(i - 1);
        double b = value(i);
        double c = value(i + 1);
        double d = value(i + 2);
        return b + 0.5 * t * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)));
    }

    private double value(int i) {
        return wave[Math.max(0, Math.min(wave.length - 1, i))];
    }
}

package io.bandwatch.dsp.fm;

import io.bandwatch.signal.Decibels;

/** Measures the line at 19 kHz: level, frequency and how far it stands above what is beside it. */
final class PilotMeter {
    private static final double PILOT_HZ = 19_000.0;
    private static final double HALF_WIDTH_HZ = 400.0;
    private static final double LOWEST_RATE_HZ = 4.0 * HALF_WIDTH_HZ;

    /** Empty in every multiplex: between the sum's 15 kHz and the pilot, and between the pilot and the difference's 23. */
    private static final double[][] GAPS_HZ = {{16_500.0, 18_500.0}, {19_500.0, 22_000.0}};

    /** A pilot is weaker by 10 dB than this where noise at 10 dB C/N has none; found by tests on noise. */
    private static final double PRESENT_SNR_DB = 15.0;

    private static final double LOWEST_DEVIATION_HZ = 1500.0;

    private final MultiplexSpectrum spectrum;
    private final MultiplexSpectrum.Band band;
    private double deviationHz;
    private double frequencyHz;
    private double snrDb;
    private double phase;
    private float[] line = {};

    PilotMeter(MultiplexSpectrum spectrum, double rateHz) {
        this.spectrum = spectrum;
        int factor = 1;
        while (rateHz / (2 * factor) >= LOWEST_RATE_HZ) {
            factor *= 2;
        }
        this.band = spectrum.band(PILOT_HZ, PILOT_HZ - HALF_WIDTH_HZ, PILOT_HZ + HALF_WIDTH_HZ, factor, Responses.FLAT);
    }

    void measure(int firstMeasured, int measured) {
        line = band.take();
        int from = band.firstFrom(firstMeasured);
        int to = band.firstFrom(firstMeasured + measured);
        double re = 0.0;
        double im = 0.0;
        for (int i = from + 1; i < to; i++) {
            re += (double) line[2 * i] * line[2 * i - 2] + (double) line[2 * i + 1] * line[2 * i - 1];
            im += (double) line[2 * i + 1] * line[2 * i - 2] - (double) line[2 * i] * line[2 * i - 1];
        }
        double rough = Math.atan2(im, re);
        // from one half of the interval to the other the phase tells the frequency to a fraction of a hertz
        int middle = (from + to) / 2;
        double[] before = coherentSum(from, middle, rough);
        double[] after = coherentSum(middle, middle + (middle - from), rough);
        double turned =
                Math.atan2(after[1] * before[0] - after[0] * before[1], after[0] * before[0] + after[1] * before[1]);
        double advance = rough + turned / Math.max(1, middle - from);
        frequencyHz = band.zeroHz() + advance * band.rateHz() / (2.0 * Math.PI);
        double[] sum = coherentSum(from, to, advance);
        deviationHz = Math.hypot(sum[0], sum[1]) / Math.max(1, to - from);
        phase = Math.atan2(sum[1], sum[0]);
        double density = Math.min(
                spectrum.density(GAPS_HZ[0][0], GAPS_HZ[0][1]), spectrum.density(GAPS_HZ[1][0], GAPS_HZ[1][1]));
        // noise that falls into a line as narrow as the interval is long
        double inLine = density * band.rateHz() / Math.max(1, to - from);
        snrDb = Decibels.ofPower(0.5 * deviationHz * deviationHz / inLine);
    }

    /** Sum of the line after its own rotation, counted from sample 0, is taken off: noise beside it averages out. */
    private double[] coherentSum(int from, int to, double advance) {
        double cos = Math.cos(advance);
        double sin = -Math.sin(advance);
        double c = Math.cos(advance * from);
        double s = -Math.sin(advance * from);
        double[] sum = new double[2];
        for (int i = from; i < to; i++) {
            sum[0] += line[2 * i] * c - line[2 * i + 1] * s;
            sum[1] += line[2 * i] * s + line[2 * i + 1] * c;
            double next = c * cos - s * sin;
            s = c * sin + s * cos;
            c = next;
        }
        return sum;
    }

    /** Whether the line is a pilot and no accident. */
    boolean present() {
        return snrDb > PRESENT_SNR_DB && deviationHz > LOWEST_DEVIATION_HZ;
    }

    double deviationHz() {
        return deviationHz;
    }

    double frequencyHz() {
        return frequencyHz;
    }

    double snrDb() {
        return snrDb;
    }

    /** Phase of the line at the first sample of the multiplex, of a cosine, rad. */
    double phase() {
        return phase;
    }
}

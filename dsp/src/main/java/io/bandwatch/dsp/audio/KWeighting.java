package io.bandwatch.dsp.audio;

/**
 * The weighting of ITU-R BS.1770-4, annex 1: a shelf for the head and a high-pass for the ear. What is used of the two
 * filters is their response, at any rate of the sound, without their phase where the sound is made from a spectrum: a mean
 * square does not know it.
 */
public final class KWeighting {
    private static final double TABLE_RATE_HZ = 48e3;

    /** In the middle of the shelf, and the corner of the high-pass: where a rate's own filter must be right. */
    private static final double SHELF_HZ = 1682;

    private static final double CORNER_HZ = 38;

    /** Annex 1, 2: where the formula's -0.691 makes up for the filters. */
    private static final double CALIBRATION_HZ = 997;

    /** Annex 1, table 1: the shelf. */
    private static final Biquad SHELF =
            new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);

    /** Annex 1, table 2: the high-pass. */
    private static final Biquad HIGH_PASS = new Biquad(1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621);

    private KWeighting() {}

    /** Amplitude that a sine of this frequency is weighted with. */
    public static double gain(double frequencyHz) {
        double turn = 2.0 * Math.PI * frequencyHz / TABLE_RATE_HZ;
        return Math.sqrt(SHELF.power(turn) * HIGH_PASS.power(turn));
    }

    /**
     * The shelf for sound of this rate, with what makes both filters together right at {@value #CALIBRATION_HZ} Hz: at 8 kHz
     * the one alone would be off by 0.2 dB.
     */
    static Biquad shelf(double rateHz) {
        Biquad shelf = SHELF.atRate(TABLE_RATE_HZ, rateHz, SHELF_HZ);
        double turn = 2.0 * Math.PI * CALIBRATION_HZ / rateHz;
        double power = shelf.power(turn) * highPass(rateHz).power(turn);
        return shelf.times(gain(CALIBRATION_HZ) / Math.sqrt(power));
    }

    /** The high-pass for sound of this rate. */
    static Biquad highPass(double rateHz) {
        return HIGH_PASS.atRate(TABLE_RATE_HZ, rateHz, CORNER_HZ);
    }
}

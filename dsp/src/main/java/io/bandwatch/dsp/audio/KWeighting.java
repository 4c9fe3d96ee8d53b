package io.bandwatch.dsp.audio;

/**
 * The weighting of ITU-R BS.1770-4, annex 1: a shelf for the head and a high-pass for the ear. What is used of the two
 * filters is their response, at any rate of the sound, without their phase: a mean square does not know it.
 */
public final class KWeighting {
    private static final double TABLE_RATE_HZ = 48e3;

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

    private record Biquad(double b0, double b1, double b2, double a1, double a2) {
        /** Squared magnitude of the response at {@code exp(i turn)}. */
        double power(double turn) {
            return squared(b0, b1, b2, turn) / squared(1.0, a1, a2, turn);
        }

        private static double squared(double c0, double c1, double c2, double turn) {
            double re = c0 + c1 * Math.cos(turn) + c2 * Math.cos(2.0 * turn);
            double im = c1 * Math.sin(turn) + c2 * Math.sin(2.0 * turn);
            return re * re + im * im;
        }
    }
}

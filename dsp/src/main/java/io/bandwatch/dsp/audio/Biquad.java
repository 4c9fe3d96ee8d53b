package io.bandwatch.dsp.audio;

/** A filter of the second order, {@code (b0 + b1 q + b2 q^2) / (1 + a1 q + a2 q^2)} with {@code q} the delay of a sample. */
record Biquad(double b0, double b1, double b2, double a1, double a2) {
    /** Squared magnitude of the response at {@code exp(i turn)}. */
    double power(double turn) {
        return squared(b0, b1, b2, turn) / squared(1.0, a1, a2, turn);
    }

    private static double squared(double c0, double c1, double c2, double turn) {
        double re = c0 + c1 * Math.cos(turn) + c2 * Math.cos(2.0 * turn);
        double im = c1 * Math.sin(turn) + c2 * Math.sin(2.0 * turn);
        return re * re + im * im;
    }

    /**
     * The same filter for another rate, by way of the bilinear transform, with the same response at one frequency and nearly
     * the same around it.
     */
    Biquad atRate(double rateHz, double newRateHz, double sameAtHz) {
        double scale = Math.tan(Math.PI * sameAtHz / rateHz) / Math.tan(Math.PI * sameAtHz / newRateHz);
        double[] zeros = moved(b0, b1, b2, scale);
        double[] poles = moved(1.0, a1, a2, scale);
        return new Biquad(
                zeros[0] / poles[0],
                zeros[1] / poles[0],
                zeros[2] / poles[0],
                poles[1] / poles[0],
                poles[2] / poles[0]);
    }

    /** A polynomial in the delay, as one in {@code s = (1 - q) / (1 + q)}, stretched, and back. */
    private static double[] moved(double c0, double c1, double c2, double scale) {
        double s0 = c0 + c1 + c2;
        double s1 = 2.0 * (c0 - c2) * scale;
        double s2 = (c0 - c1 + c2) * scale * scale;
        return new double[] {s0 + s1 + s2, 2.0 * (s0 - s2), s0 - s1 + s2};
    }

    /** The same filter with another gain. */
    Biquad times(double gain) {
        return new Biquad(gain * b0, gain * b1, gain * b2, a1, a2);
    }
}

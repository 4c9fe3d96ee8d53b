package io.bandwatch.signal;

/** The only place where linear quantities and decibels meet. */
public final class Decibels {
    private Decibels() {}

    /** {@code 10 log10(power)}; negative infinity for 0, NaN below 0. */
    public static double ofPower(double power) {
        return 10.0 * Math.log10(power);
    }

    /** {@code 20 log10(amplitude)}; negative infinity for 0, NaN below 0. */
    public static double ofAmplitude(double amplitude) {
        return 20.0 * Math.log10(amplitude);
    }

    /** Linear power of a level in dB. */
    public static double toPower(double db) {
        return Math.pow(10.0, db / 10.0);
    }

    /** Linear amplitude of a level in dB. */
    public static double toAmplitude(double db) {
        return Math.pow(10.0, db / 20.0);
    }
}

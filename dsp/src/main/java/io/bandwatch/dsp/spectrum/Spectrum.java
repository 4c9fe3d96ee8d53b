package io.bandwatch.dsp.spectrum;

import java.util.Arrays;

/**
 * Mean power over frequency.
 *
 * @param startHz centre of bin 0, Hz
 * @param stepHz distance of bins, Hz, positive
 * @param power linear power per bin, by rising frequency; never changed after it was handed over
 * @param looks independent looks averaged in each bin, at least 1
 */
public record Spectrum(double startHz, double stepHz, double[] power, double looks) {
    public Spectrum {
        if (!(stepHz > 0.0) || !(looks >= 1.0) || power.length == 0) {
            throw new IllegalArgumentException("spectrum needs stepHz > 0, looks >= 1 and a bin, got " + stepHz
                    + " Hz, " + looks + " looks, " + power.length + " bins");
        }
    }

    /** How many bins there are. */
    public int bins() {
        return power.length;
    }

    /** Frequency of a position in bins, whole or not, Hz. */
    public double frequencyHz(double bin) {
        return startHz + bin * stepHz;
    }

    /** Position of a frequency in bins, not rounded. */
    public double bin(double frequencyHz) {
        return (frequencyHz - startHz) / stepHz;
    }

    /** The bins {@code from} to {@code to - 1}. */
    public Spectrum slice(int from, int to) {
        double[] part = Arrays.copyOfRange(power, from, to);
        return new Spectrum(frequencyHz(from), stepHz, part, looks);
    }
}

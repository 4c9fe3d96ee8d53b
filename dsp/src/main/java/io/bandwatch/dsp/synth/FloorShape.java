package io.bandwatch.dsp.synth;

/**
 * The shape of a noise floor over the received band: a straight line in dB with a ripple on it.
 *
 * @param densityDbfsPerHz power density at the centre without ripple, dBFS/Hz
 * @param slopeDb rise from the lowest to the highest frequency of the band, dB
 * @param rippleDb difference of crest and trough of the ripple, dB, not negative
 * @param ripplePeriodHz distance of two crests, Hz, positive
 */
public record FloorShape(double densityDbfsPerHz, double slopeDb, double rippleDb, double ripplePeriodHz) {
    /** Bandwidth in which carrier to noise is stated, Hz. */
    public static final double REFERENCE_BANDWIDTH_HZ = 200_000.0;

    public FloorShape {
        if (!(rippleDb >= 0) || !(ripplePeriodHz > 0) || Double.isNaN(densityDbfsPerHz) || Double.isNaN(slopeDb)) {
            throw new IllegalArgumentException("noise floor needs rippleDb >= 0 and ripplePeriodHz > 0, got " + rippleDb
                    + " dB and " + ripplePeriodHz + " Hz");
        }
    }

    /** A flat floor of so many dBFS in 200 kHz. */
    public static FloorShape flat(double dbfsIn200Khz) {
        return new FloorShape(dbfsIn200Khz - 10.0 * Math.log10(REFERENCE_BANDWIDTH_HZ), 0.0, 0.0, 1e6);
    }

    /** The same floor with a slope. */
    public FloorShape withSlope(double newSlopeDb) {
        return new FloorShape(densityDbfsPerHz, newSlopeDb, rippleDb, ripplePeriodHz);
    }

    /** The same floor with a ripple. */
    public FloorShape withRipple(double newRippleDb, double newPeriodHz) {
        return new FloorShape(densityDbfsPerHz, slopeDb, newRippleDb, newPeriodHz);
    }

    boolean isFlat() {
        return slopeDb == 0.0 && rippleDb == 0.0;
    }

    /**
     * Relative level that is aimed at, dB against the centre's. In the outermost 4 % on either side, which a receiver's
     * filter hides, the slope bends back so that both ends of the sampled band meet.
     */
    double shapeDb(double offsetHz, double sampleRateHz) {
        double place = offsetHz / sampleRateHz;
        double edge = 0.46;
        double line =
                Math.abs(place) <= edge ? place : Math.signum(place) * edge * (0.5 - Math.abs(place)) / (0.5 - edge);
        return slopeDb * line + 0.5 * rippleDb * StrictMath.cos(2.0 * Math.PI * offsetHz / ripplePeriodHz);
    }
}

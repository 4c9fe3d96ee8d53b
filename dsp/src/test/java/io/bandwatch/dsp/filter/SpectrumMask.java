package io.bandwatch.dsp.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What a channel's response has to be: flat within 0.1 dB in its middle, and this far down outside.
 *
 * @param flatHz end of the flat part, either side, Hz
 * @param stopHz begin of the stop band, either side, Hz
 * @param stopDb highest response there, dB
 */
record SpectrumMask(double flatHz, double stopHz, double stopDb) {
    static final SpectrumMask WIDE = new SpectrumMask(100e3, 200e3, -70);
    static final SpectrumMask NARROW = new SpectrumMask(75e3, 120e3, -50);
    private static final double FLAT_DB = 0.1;
    private static final double STEP_HZ = 3_137;

    /**
     * Sweeps a tone.
     *
     * @param responseDb what comes out of a tone at this distance from the channel's centre, over what went in
     * @param lowestHz lowest distance of the sweep
     * @param highestHz highest distance
     * @return the first point that violates the mask
     */
    Optional<String> firstViolation(DoubleUnaryOperator responseDb, double lowestHz, double highestHz) {
        for (double hz = lowestHz; hz <= highestHz; hz += step(hz)) {
            double db = responseDb.applyAsDouble(hz);
            if (Math.abs(hz) <= flatHz && !(Math.abs(db) <= FLAT_DB)) {
                return Optional.of(told(hz, db, "outside +-" + FLAT_DB));
            }
            if (Math.abs(hz) >= stopHz && !(db <= stopDb)) {
                return Optional.of(told(hz, db, "above " + stopDb));
            }
        }
        return Optional.empty();
    }

    /** Wider steps far out, where responses decay. */
    private static double step(double hz) {
        return Math.abs(hz) < 500e3 ? STEP_HZ : 23 * STEP_HZ;
    }

    private static String told(double hz, double db, String what) {
        return String.format(Locale.ROOT, "%.1f kHz from the centre: %.2f dB, %s dB", hz / 1e3, db, what);
    }
}

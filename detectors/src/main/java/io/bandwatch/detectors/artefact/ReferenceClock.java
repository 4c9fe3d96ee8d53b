package io.bandwatch.detectors.artefact;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * The clock of a receiver, whose harmonics stand in the band as lines without modulation. The receiver tunes by the same
 * clock, so that a harmonic lies on its nominal frequency however wrong the clock is.
 *
 * @param frequencyHz its nominal frequency, Hz
 */
public record ReferenceClock(double frequencyHz) implements Serializable {
    /** A clock is drawn by its temperature during a recording, and a line is measured to some hertz. */
    private static final double TOLERANCE_HZ = 500.0;

    /**
     * Why a line is this clock's, if it lies on a harmonic.
     *
     * @param lineHz frequency of a carrier without modulation, Hz
     * @param uncertaintyHz how far that may be off, Hz
     */
    public Optional<Reason> explains(double lineHz, double uncertaintyHz) {
        double harmonic = Math.rint(lineHz / frequencyHz);
        if (harmonic < 1.0 || Math.abs(lineHz - harmonic * frequencyHz) > TOLERANCE_HZ + uncertaintyHz) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                ReasonCode.CLOCK_SPUR,
                Reason.Weight.DECISIVE,
                String.format(Locale.ROOT, "%.0f", harmonic),
                String.format(Locale.ROOT, "%.3f", frequencyHz / 1e6)));
    }
}

package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.artefact.ReferenceClock;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the verdict asks of a carrier beyond its place in the register.
 *
 * @param deviationHz peak deviation allowed, Hz
 * @param deviationUncertaintyHz what the measurement of deviation may add, Hz. Too low: noise is blamed on the station; too
 *     high: a wide transmitter passes
 * @param deviationAfterS time on air from which the peak is judged, s. Too short: one loud syllable is a verdict
 * @param rasterHz how far off the raster a transmitter in order may be, Hz
 * @param clock reference clock of the receiver, by which lines without modulation are explained; null if none was declared
 * @param rdsAfterS time on air after which missing radio data or a missing pilot is worth a word, s
 */
public record VerdictSettings(
        double deviationHz,
        double deviationUncertaintyHz,
        double deviationAfterS,
        double rasterHz,
        @Nullable ReferenceClock clock,
        double rdsAfterS)
        implements Serializable {
    public static final VerdictSettings DEFAULT = new VerdictSettings(75e3, 4e3, 5, 3e3, null, 3);

    /** The same, with a receiver whose reference clock is known. */
    public VerdictSettings with(@Nullable ReferenceClock declared) {
        return new VerdictSettings(deviationHz, deviationUncertaintyHz, deviationAfterS, rasterHz, declared, rdsAfterS);
    }
}

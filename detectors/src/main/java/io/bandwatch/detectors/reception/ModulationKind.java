package io.bandwatch.detectors.reception;

import java.util.Locale;

/** How a carrier is modulated. */
public enum ModulationKind {
    /** Frequency modulation as of a broadcasting station. */
    WFM,
    /** Nothing deviates it. */
    UNMODULATED,
    /** Many carriers side by side, as of digital radio. */
    OFDM,
    /** Something else. */
    OTHER;

    /** The word used in records. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

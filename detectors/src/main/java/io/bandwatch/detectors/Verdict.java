package io.bandwatch.detectors;

import java.util.Locale;

/** What explains a carrier. */
public enum Verdict {
    LICENSED,
    LICENSED_OUT_OF_PARAMETERS,
    RELAY_NOT_REGISTERED,
    AUTHORISED,
    FOREIGN,
    MICROPOWER,
    ARTEFACT,
    UNLICENSED,
    UNDETERMINED;

    /** The word used in records, such as {@code licensed-out-of-parameters}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

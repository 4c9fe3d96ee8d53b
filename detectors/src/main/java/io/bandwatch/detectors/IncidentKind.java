package io.bandwatch.detectors;

import java.util.Locale;

/** The kinds of incident that this version can raise. */
public enum IncidentKind {
    /** A carrier that no valid register entry explains. */
    UNLICENSED_CARRIER,
    /** A registered carrier that was received here and is not any more, within its hours on air. */
    CARRIER_LOST;

    /** The word used in records, such as {@code unlicensed-carrier}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

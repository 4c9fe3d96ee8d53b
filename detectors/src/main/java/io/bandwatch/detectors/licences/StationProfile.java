package io.bandwatch.detectors.licences;

import java.util.Locale;

/** What is usual for a station, so that it is not reported. */
public enum StationProfile {
    /** Music and speech, as most stations have them. */
    STANDARD,
    /** Long pauses and quiet passages. */
    CLASSICAL,
    /** One voice in the middle, so that left and right are the same. */
    SPEECH;

    /** The word used in registers, such as {@code classical}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

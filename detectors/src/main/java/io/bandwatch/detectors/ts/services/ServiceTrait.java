package io.bandwatch.detectors.ts.services;

import java.util.Locale;

/** Something that is usual for a service, so that it is not reported. */
public enum ServiceTrait {
    /** Radio with a picture, which may stand still while there is sound. */
    RADIO,
    /** Long pauses and quiet passages. */
    CLASSICAL,
    /** Left and right are the same. */
    MONO,
    /** Left and right differ, and are at fault where they do not. */
    STEREO;

    /** The word used in registers, such as {@code radio}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

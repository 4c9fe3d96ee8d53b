package io.bandwatch.samples.scenario;

import java.util.Locale;

/** What becomes of the two channels of a programme on the way to the transmitter. */
public enum Channels {
    /** Both as they are. */
    STEREO,
    /** Half the sum on both. */
    MONO,
    /** The right one with the wrong sign. */
    INVERTED,
    /** The left one alone; the right one is silent. */
    LEFT;

    /** The word used in scenario files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.bandwatch.detectors.rds.frequency;

/** The codes of alternative frequencies (IEC 62106-2, code tables of alternative frequencies). */
public final class FrequencyCode {
    /** No frequency, only fills the pair. */
    static final int FILLER = 205;
    /** The other byte of the pair is a frequency on long or medium wave. */
    static final int LOW_BAND_FOLLOWS = 250;

    private static final int LAST_VHF = 204;
    private static final int NO_LIST = 224;
    private static final int MOST_LISTED = 25;
    private static final int LAST_LONG_WAVE = 15;
    private static final int LAST_MEDIUM_WAVE = 135;

    private FrequencyCode() {}

    /** Length of the list that a code opens, -1 if it opens none. */
    static int listLength(int code) {
        return code >= NO_LIST && code <= NO_LIST + MOST_LISTED ? code - NO_LIST : -1;
    }

    /** Frequency in kHz, 0 for a code that is none. */
    public static int vhfKhz(int code) {
        return code >= 1 && code <= LAST_VHF ? 87_500 + 100 * code : 0;
    }

    /** Frequency in kHz in the raster of ITU regions 1 and 3, 0 for a code that is none. */
    public static int lowBandKhz(int code) {
        if (code >= 1 && code <= LAST_LONG_WAVE) {
            return 153 + 9 * (code - 1);
        }
        return code > LAST_LONG_WAVE && code <= LAST_MEDIUM_WAVE ? 531 + 9 * (code - LAST_LONG_WAVE - 1) : 0;
    }
}

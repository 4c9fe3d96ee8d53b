package io.bandwatch.samples.scenario;

import java.util.Locale;

/** How a complex sample is written: two numbers, in-phase first, little-endian. */
public enum IqFormat {
    CU8(2, "cu8"),
    CS8(2, "ci8"),
    CS16(4, "ci16_le"),
    CF32(8, "cf32_le");

    private final int bytes;
    private final String sigmfType;

    IqFormat(int bytes, String sigmfType) {
        this.bytes = bytes;
        this.sigmfType = sigmfType;
    }

    /** Bytes of one complex sample. */
    public int bytes() {
        return bytes;
    }

    /** The word used in files and as the ending of a raw recording. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code core:datatype} of SigMF 1.2. */
    public String sigmfType() {
        return sigmfType;
    }
}

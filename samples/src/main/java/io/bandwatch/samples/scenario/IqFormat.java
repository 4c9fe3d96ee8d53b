package io.bandwatch.samples.scenario;

import java.util.Locale;

/** How a complex sample is written: two numbers, in-phase first, little-endian. */
public enum IqFormat {
    CU8(2, "cu8", 1 / 127.5),
    CS8(2, "ci8", 1 / 128.0),
    CS16(4, "ci16_le", 1 / 32768.0),
    CF32(8, "cf32_le", 0.0);

    private final int bytes;
    private final String sigmfType;
    private final double step;

    IqFormat(int bytes, String sigmfType, double step) {
        this.bytes = bytes;
        this.sigmfType = sigmfType;
        this.step = step;
    }

    /** Power of the noise of rounding, both branches: a twelfth of the step squared in each (Bennett 1948). */
    public double roundingNoise() {
        return 2.0 * step * step / 12.0;
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

package io.bandwatch.dsp.ts.packet;

/** Which packets of a PID somebody wants to see the payload of. */
public enum Interest {
    NOTHING(0),
    /** Those in which a unit starts. */
    UNIT_STARTS(Header.UNIT_START),
    EVERYTHING(Interest.ALWAYS);

    /** A bit that stands for every packet; in headers its place belongs to the sync byte. */
    static final int ALWAYS = 1 << 31;

    private final int code;

    Interest(int code) {
        this.code = code;
    }

    /** Has a bit in common with the unit start of a header, or with {@link #ALWAYS}, where the packet is wanted. */
    int code() {
        return code;
    }
}

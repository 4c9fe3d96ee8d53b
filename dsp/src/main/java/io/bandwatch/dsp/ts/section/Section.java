package io.bandwatch.dsp.ts.section;

/**
 * A whole section, read in place (ISO/IEC 13818-1, 2.4.4.11). Reading beyond its end gives 0: what a section promises and
 * does not hold is nothing, not an error.
 */
public final class Section {
    private static final int HEADER = 3;
    private static final int EXTENDED_HEADER = 8;
    private static final int CRC = 4;

    private final byte[] bytes;
    private final int length;

    /**
     * @param bytes the section from table_id on
     * @param length bytes that belong to it
     */
    public Section(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = Math.max(0, Math.min(length, bytes.length));
    }

    /** The bytes, for descriptors and text; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int tableId() {
        return u8(0);
    }

    /** section_syntax_indicator: extension, version, number and CRC are there. */
    public boolean extended() {
        return (u8(1) & 0x80) != 0 && length >= EXTENDED_HEADER + CRC;
    }

    /** table_id_extension: transport stream, programme, network, bouquet or service. */
    public int extension() {
        return u16(3);
    }

    public int version() {
        return u8(5) >> 1 & 0x1F;
    }

    /** current_next_indicator. */
    public boolean current() {
        return (u8(5) & 1) != 0;
    }

    public int number() {
        return u8(6);
    }

    public int lastNumber() {
        return u8(7);
    }

    /** First byte after the header. */
    public int bodyStart() {
        return extended() ? EXTENDED_HEADER : Math.min(HEADER, length);
    }

    /** First byte of the CRC, where there is one; else the end. */
    public int bodyEnd() {
        return extended() || tableId() == TableId.TOT || tableId() == TableId.SPLICE_INFO
                ? Math.max(bodyStart(), length - CRC)
                : length;
    }

    /** The CRC as it stands in the section: tells whether the section is the one that came before. */
    public int crc() {
        return u32(length - CRC);
    }

    public int u8(int at) {
        return at >= 0 && at < length ? bytes[at] & 0xFF : 0;
    }

    public int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    public int u24(int at) {
        return u16(at) << 8 | u8(at + 2);
    }

    public int u32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }

    /** A 13-bit PID, after three reserved bits. */
    public int pid(int at) {
        return u16(at) & 0x1FFF;
    }

    /** End of a part whose 12-bit length stands at a place; never beyond a limit. */
    public int endOfLoop(int at, int limit) {
        return Math.max(0, Math.min(at + 2 + (u16(at) & 0x0FFF), limit));
    }
}

package io.bandwatch.samples.ts;

/** What goes wrong in a packet. */
final class Edits {
    private static final int SECTION = 5;
    private static final int PES = 4;
    private static final int CRC_BYTES = 4;
    private static final int STRANGER_PID = 0x1ABC;
    private static final int RST_PID = 0x13;
    private static final int CAT_PID = 0x01;

    private Edits() {}

    static void wrongSyncByte(byte[] packets, int offset, int count, long nowNs) {
        packets[offset] = 0x46;
    }

    static void wrongTableId(byte[] packets, int offset, int count, long nowNs) {
        packets[offset + SECTION] = 0x03;
        int length = 3 + (((packets[offset + SECTION + 1] & 0x0F) << 8) | (packets[offset + SECTION + 2] & 0xFF));
        byte[] section = new byte[length];
        System.arraycopy(packets, offset + SECTION, section, 0, length);
        int crc = SectionBytes.crc(section, length - CRC_BYTES);
        for (int place = 0; place < CRC_BYTES; place++) {
            packets[offset + SECTION + length - CRC_BYTES + place] = (byte) (crc >> (24 - 8 * place));
        }
    }

    static void loss(byte[] packets, int offset, int count, long nowNs) {
        PacketBytes.stuffing(packets, offset);
    }

    static void transportError(byte[] packets, int offset, int count, long nowNs) {
        packets[offset + 1] |= (byte) 0x80;
    }

    static void wrongBit(byte[] packets, int offset, int count, long nowNs) {
        packets[offset + SECTION + 20] ^= 1;
    }

    /** References that are ahead by so many ticks of 27 MHz. */
    static Alteration.Edit ahead(long ticks) {
        return (packets, offset, count, nowNs) ->
                PacketBytes.ticks(packets, offset, ReferenceSource.ticks(nowNs) + ticks);
    }

    /** PTS_DTS_flags say none; its five bytes become stuffing. */
    static void withoutPts(byte[] packets, int offset, int count, long nowNs) {
        packets[offset + PES + 7] = 0;
        for (int at = 9; at < 14; at++) {
            packets[offset + PES + at] = (byte) 0xFF;
        }
    }

    static void scramble(byte[] packets, int offset, int count, long nowNs) {
        packets[offset + 3] |= (byte) 0x80;
    }

    static void cat(byte[] packets, int offset, int count, long nowNs) {
        PacketBytes.section(
                packets,
                offset,
                CAT_PID,
                count,
                SectionBytes.extended(0x01, 0xFFFF, 0, 0).withCrc());
    }

    static void stranger(byte[] packets, int offset, int count, long nowNs) {
        PacketBytes.unit(packets, offset, STRANGER_PID, count, false);
    }

    static void rst(byte[] packets, int offset, int count, long nowNs) {
        PacketBytes.section(packets, offset, RST_PID, count, SampleTables.rst(Multiplex.SERVICES.get(0)));
    }
}

package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.SectionBytes;
import io.bandwatch.samples.ts.packet.TableIds;
import io.bandwatch.samples.ts.packet.TsPart;

/** What goes wrong in a packet. */
final class Edits {
    /** TSDT has no place where these faults put it. */
    private static final int FOREIGN_TABLE = 0x03;

    private static final int CRC_BYTES = 4;
    private static final int STRANGER_PID = 0x1ABC;
    private static final int RST_PID = 0x13;
    private static final int CAT_PID = 0x01;
    private static final int PES_FLAGS = 7;
    private static final int PES_FIXED = 9;

    private Edits() {}

    static void wrongSyncByte(byte[] packets, int offset, TsPart part, int count) {
        packets[offset] = 0x46;
    }

    static void wrongTableId(byte[] packets, int offset, TsPart part, int count) {
        int at = offset + part.at();
        packets[at] = FOREIGN_TABLE;
        int length = 3 + (((packets[at + 1] & 0x0F) << 8) | (packets[at + 2] & 0xFF));
        byte[] section = new byte[length];
        System.arraycopy(packets, at, section, 0, length);
        int crc = SectionBytes.crc(section, length - CRC_BYTES);
        for (int place = 0; place < CRC_BYTES; place++) {
            packets[at + length - CRC_BYTES + place] = (byte) (crc >> (24 - 8 * place));
        }
    }

    static void loss(byte[] packets, int offset, TsPart part, int count) {
        PacketBytes.stuffing(packets, offset);
    }

    static void everyFourthLost(byte[] packets, int offset, TsPart part, int count) {
        if (count % 4 == 0) {
            PacketBytes.stuffing(packets, offset);
        }
    }

    static void transportError(byte[] packets, int offset, TsPart part, int count) {
        packets[offset + 1] |= (byte) 0x80;
    }

    /** In the last byte before the CRC of a PAT, or a name. */
    static void wrongBit(byte[] packets, int offset, TsPart part, int count) {
        packets[offset + part.at() + 11] ^= 1;
    }

    /** References that are ahead by so many ticks of 27 MHz. */
    static Alteration.Edit ahead(long ticks) {
        return (packets, offset, part, count) ->
                PacketBytes.ticks(packets, offset, PacketBytes.ticks(packets, offset) + ticks);
    }

    /** PTS_DTS_flags say none; what the header had becomes stuffing. */
    static void withoutPts(byte[] packets, int offset, TsPart part, int count) {
        int pes = offset + part.at();
        packets[pes + PES_FLAGS] = 0;
        int end = Math.min(pes + PES_FIXED + (packets[pes + PES_FIXED - 1] & 0xFF), offset + PacketBytes.LENGTH);
        for (int at = pes + PES_FIXED; at < end; at++) {
            packets[at] = (byte) 0xFF;
        }
    }

    static void scramble(byte[] packets, int offset, TsPart part, int count) {
        packets[offset + 3] |= (byte) 0x80;
    }

    static void cat(byte[] packets, int offset, TsPart part, int count) {
        PacketBytes.section(
                packets,
                offset,
                CAT_PID,
                0,
                SectionBytes.extended(TableIds.CAT, 0xFFFF, 0, 0).withCrc());
    }

    static void stranger(byte[] packets, int offset, TsPart part, int count) {
        PacketBytes.unit(packets, offset, STRANGER_PID, count, false);
    }

    /** A running status: transport stream, network, service, event, and what it does now (EN 300 468, 5.2.7). */
    static void rst(byte[] packets, int offset, TsPart part, int count) {
        byte[] section = SectionBytes.plain(TableIds.RST)
                .u16(0x0301)
                .u16(0x3001)
                .u16(1)
                .u16(100)
                .u8(0xFC)
                .withoutCrc();
        PacketBytes.section(packets, offset, RST_PID, 0, section);
    }

    /** A section of a table that does not belong on a PID. */
    static Alteration.Edit foreign(int pid) {
        byte[] section = SectionBytes.extended(FOREIGN_TABLE, 1, 0, 0).withCrc();
        return (packets, offset, part, count) -> PacketBytes.section(packets, offset, pid, 0, section);
    }

    /** Two packets that follow each other have each other's numbers. */
    static void exchanged(byte[] packets, int offset, TsPart part, int count) {
        PacketBytes.counter(packets, offset, PacketBytes.counter(packets, offset) + (count == 0 ? 1 : -1));
    }
}

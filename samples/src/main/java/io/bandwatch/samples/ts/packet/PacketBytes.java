package io.bandwatch.samples.ts.packet;

import java.util.Arrays;

/** Writes packets (ISO/IEC 13818-1, 2.4.3.2). */
public final class PacketBytes {
    public static final int LENGTH = 188;
    public static final int NULL_PID = 0x1FFF;

    private static final byte SYNC = 0x47;
    private static final int PAYLOAD_ONLY = 0x10;
    private static final int ADAPTATION_ONLY = 0x20;
    private static final int HEADER = 4;
    private static final int REFERENCE_BASE = 300;
    private static final int REFERENCE_BYTES = 6;

    private PacketBytes() {}

    public static void stuffing(byte[] packet, int offset) {
        header(packet, offset, NULL_PID, false, PAYLOAD_ONLY, 0);
        Arrays.fill(packet, offset + HEADER, offset + LENGTH, (byte) 0xFF);
    }

    /** A section that fits into one packet, behind a pointer of 0. */
    public static void section(byte[] packet, int offset, int pid, int counter, byte[] section) {
        header(packet, offset, pid, true, PAYLOAD_ONLY, counter);
        packet[offset + HEADER] = 0;
        System.arraycopy(section, 0, packet, offset + HEADER + 1, section.length);
        Arrays.fill(packet, offset + HEADER + 1 + section.length, offset + LENGTH, (byte) 0xFF);
    }

    /** An adaptation field with a clock reference, and no payload: the counter does not move. */
    public static void reference(byte[] packet, int offset, int pid, int counter, long ticks) {
        header(packet, offset, pid, false, ADAPTATION_ONLY, counter);
        packet[offset + HEADER] = (byte) (LENGTH - HEADER - 1);
        packet[offset + HEADER + 1] = 0x10;
        ticks(packet, offset, ticks);
        Arrays.fill(packet, offset + HEADER + 8, offset + LENGTH, (byte) 0xFF);
    }

    /** program_clock_reference_base and extension (2.4.3.5) of a packet that has one. */
    public static void ticks(byte[] packet, int offset, long ticks) {
        long base = (ticks / REFERENCE_BASE) & ((1L << 33) - 1);
        int extension = (int) (ticks % REFERENCE_BASE);
        int at = offset + HEADER + 2;
        packet[at] = (byte) (base >> 25);
        packet[at + 1] = (byte) (base >> 17);
        packet[at + 2] = (byte) (base >> 9);
        packet[at + 3] = (byte) (base >> 1);
        packet[at + 4] = (byte) ((base << 7) | 0x7E | (extension >> 8));
        packet[at + 5] = (byte) extension;
    }

    /** The same value, read back. */
    public static long ticks(byte[] packet, int offset) {
        int at = offset + HEADER + 2;
        long base = (packet[at] & 0xFFL) << 25
                | (packet[at + 1] & 0xFFL) << 17
                | (packet[at + 2] & 0xFFL) << 9
                | (packet[at + 3] & 0xFFL) << 1
                | (packet[at + 4] & 0x80L) >> 7;
        return base * REFERENCE_BASE + ((packet[at + 4] & 1) << 8 | (packet[at + 5] & 0xFF));
    }

    public static int pid(byte[] packet, int offset) {
        return (packet[offset + 1] & 0x1F) << 8 | (packet[offset + 2] & 0xFF);
    }

    public static boolean unitStart(byte[] packet, int offset) {
        return (packet[offset + 1] & 0x40) != 0;
    }

    public static boolean hasPayload(byte[] packet, int offset) {
        return (packet[offset + 3] & 0x10) != 0;
    }

    public static int counter(byte[] packet, int offset) {
        return packet[offset + 3] & 0x0F;
    }

    /** Numbers a packet. */
    public static void counter(byte[] packet, int offset, int counter) {
        packet[offset + 3] = (byte) ((packet[offset + 3] & 0xF0) | (counter & 0x0F));
    }

    /** Where the payload begins, from the begin of the packet. */
    public static int payloadAt(byte[] packet, int offset) {
        return HEADER + (hasAdaptation(packet, offset) ? 1 + (packet[offset + HEADER] & 0xFF) : 0);
    }

    /** Whether it carries a clock reference. */
    public static boolean hasReference(byte[] packet, int offset) {
        return hasAdaptation(packet, offset)
                && (packet[offset + HEADER] & 0xFF) >= 7
                && (packet[offset + HEADER + 1] & 0x10) != 0;
    }

    /** Takes the clock reference out; what follows in the adaptation field moves up, and stuffing takes its room. */
    public static void withoutReference(byte[] packet, int offset) {
        int at = offset + HEADER + 2;
        int end = offset + payloadAt(packet, offset);
        packet[offset + HEADER + 1] &= (byte) ~0x10;
        System.arraycopy(packet, at + REFERENCE_BYTES, packet, at, end - at - REFERENCE_BYTES);
        Arrays.fill(packet, end - REFERENCE_BYTES, end, (byte) 0xFF);
    }

    private static boolean hasAdaptation(byte[] packet, int offset) {
        return (packet[offset + 3] & 0x20) != 0;
    }

    /** Payload of a PES packet; what it shows is nothing. */
    public static void unit(byte[] packet, int offset, int pid, int counter, boolean start) {
        header(packet, offset, pid, start, PAYLOAD_ONLY, counter);
        for (int at = HEADER; at < LENGTH; at++) {
            packet[offset + at] = (byte) (0x40 | ((at * 7 + counter) & 0x3F));
        }
    }

    /** The start of a PES packet with a presentation time (2.4.3.6), and the beginning of what follows. */
    public static void pesHeader(byte[] packet, int offset, int streamId, int length, long pts, byte[] begin) {
        int at = offset + HEADER;
        byte[] header = {
            0,
            0,
            1,
            (byte) streamId,
            (byte) (length >> 8),
            (byte) length,
            (byte) 0x80,
            (byte) 0x80,
            5,
            (byte) (0x21 | ((pts >> 29) & 0x0E)),
            (byte) (pts >> 22),
            (byte) ((pts >> 14) | 1),
            (byte) (pts >> 7),
            (byte) ((pts << 1) | 1)
        };
        System.arraycopy(header, 0, packet, at, header.length);
        System.arraycopy(begin, 0, packet, at + header.length, begin.length);
    }

    private static void header(byte[] packet, int offset, int pid, boolean start, int control, int counter) {
        packet[offset] = SYNC;
        packet[offset + 1] = (byte) ((start ? 0x40 : 0) | (pid >> 8));
        packet[offset + 2] = (byte) pid;
        packet[offset + 3] = (byte) (control | (counter & 0x0F));
    }
}

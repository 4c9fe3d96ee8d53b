package io.bandwatch.ingest.live;

/** Packets of one PID with rising continuity counters. */
final class Packets {
    static final int BYTES = 188;
    private static final int PID = 0x100;
    private static final int PCR_EVERY = 30;

    private int counter;
    private long sent;

    /** Takes bytes. */
    interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    /** So many that nobody sees. */
    void skip(int count) {
        counter += count;
    }

    byte[] next(int count) {
        byte[] bytes = new byte[count * BYTES];
        for (int packet = 0; packet < count; packet++) {
            int at = packet * BYTES;
            bytes[at] = 0x47;
            bytes[at + 1] = PID >> 8;
            bytes[at + 2] = (byte) PID;
            bytes[at + 3] = (byte) (0x10 | (counter++ & 0x0F));
        }
        return bytes;
    }

    /** One packet a millisecond, and every 30 ms one with a clock reference. */
    void withClock(Sink sink, int count) {
        for (int i = 0; i < count; i++) {
            byte[] packet = next(1);
            if (sent % PCR_EVERY == 0) {
                reference(packet, sent * 90);
            }
            sent++;
            sink.take(packet, 0, BYTES);
        }
    }

    /** ISO/IEC 13818-1, 2.4.3.4: adaptation field of 7 bytes with PCR_flag. */
    private static void reference(byte[] packet, long base) {
        packet[3] |= 0x20;
        packet[4] = 7;
        packet[5] = 0x10;
        packet[6] = (byte) (base >> 25);
        packet[7] = (byte) (base >> 17);
        packet[8] = (byte) (base >> 9);
        packet[9] = (byte) (base >> 1);
        packet[10] = (byte) ((base & 1) << 7 | 0x7E);
        packet[11] = 0;
    }
}

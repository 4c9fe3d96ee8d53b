package io.bandwatch.dsp.ts.packet;

/** How a transport carries the packets of 188 bytes. */
public enum PacketFormat {
    /** As they are. */
    PLAIN(188, 0),
    /** After 4 bytes with the arrival time, 30 bits at 27 MHz (Blu-ray and IEC 62481-1, TTS). */
    STAMPED(192, 4),
    /** Before 16 bytes of Reed-Solomon parity (EN 300 421, 4.4.2). */
    CODED(204, 0);

    /** The first byte of every packet (ISO/IEC 13818-1, 2.4.3.3). */
    public static final byte SYNC_BYTE = 0x47;

    /** Bytes of a packet without what the transport adds. */
    public static final int PACKET_BYTES = 188;

    /** Sync bytes in a row that make a sync: TR 101 290, 5.2.1. */
    static final int SYNCS = 5;

    private final int stride;
    private final int syncOffset;

    PacketFormat(int stride, int syncOffset) {
        this.stride = stride;
        this.syncOffset = syncOffset;
    }

    /** Bytes from one packet to the next. */
    public int stride() {
        return stride;
    }

    /** Bytes before the sync byte. */
    public int syncOffset() {
        return syncOffset;
    }

    /** Bytes that must be there to tell whether a place is in sync. */
    int reach() {
        return (SYNCS - 1) * stride + syncOffset + 1;
    }

    /** As many sync bytes as a sync needs stand where this format has them, or all there is room for. */
    boolean fits(byte[] bytes, int at, int end) {
        for (int packet = 0, sync = at + syncOffset; packet < SYNCS && sync < end; packet++, sync += stride) {
            if (bytes[sync] != SYNC_BYTE) {
                return false;
            }
        }
        return at + syncOffset < end;
    }
}

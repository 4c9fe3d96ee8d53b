package io.bandwatch.ingest.live.datagram;

/** The header of an RTP packet (RFC 3550, 5.1), read in place. Not thread-safe; reused for every packet. */
public final class RtpHeader {
    /** MPEG-2 transport streams (RFC 3551, table 5). */
    private static final int MP2T = 33;

    private static final int FIXED_BYTES = 12;
    private static final int VERSION = 2;

    private int sequence;
    private int source;
    private int type;
    private int from;
    private int until;

    /** Reads the header of a datagram; false if it has none, or leaves no room for what it promises. */
    public boolean read(byte[] datagram, int length) {
        if (length < FIXED_BYTES || (datagram[0] & 0xC0) >> 6 != VERSION) {
            return false;
        }
        type = datagram[1] & 0x7F;
        sequence = word(datagram, 2);
        source = word(datagram, 8) << 16 | word(datagram, 10);
        from = FIXED_BYTES + 4 * (datagram[0] & 0x0F);
        boolean extended = (datagram[0] & 0x10) != 0;
        if (extended) {
            if (from + 4 > length) {
                return false;
            }
            from += 4 + 4 * word(datagram, from + 2);
        }
        boolean padded = (datagram[0] & 0x20) != 0;
        int padding = padded ? datagram[length - 1] & 0xFF : 0;
        until = length - padding;
        return from <= until && (!padded || padding > 0);
    }

    /** Whether it says that it carries a transport stream. */
    public boolean isTransportStream() {
        return type == MP2T;
    }

    /** 0..65535. */
    int sequence() {
        return sequence;
    }

    /** Who sends it (SSRC). */
    int source() {
        return source;
    }

    /** First byte of the payload. */
    public int from() {
        return from;
    }

    /** The byte after it. */
    public int until() {
        return until;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}

package io.bandwatch.ingest.inspect;

/**
 * Looks for the sync bytes of a transport stream: one every 188 bytes (ISO/IEC 13818-1, 2.4.3.2), every 192 where a time
 * stamp precedes each packet, every 204 where parity follows it.
 */
final class PacketSync {
    private static final int[] STRIDES = {188, 192, 204};
    private static final byte SYNC = 0x47;

    /** As many in a row as ETSI TR 101 290, 5.2.1, asks for before sync counts as found. */
    private static final int SURE = 5;

    private PacketSync() {}

    /** Whether sync bytes run from the first packet, begun or whole, to the end of these bytes. */
    static boolean throughout(byte[] bytes) {
        for (int stride : STRIDES) {
            for (int first = 0; first < stride; first++) {
                int packets = run(bytes, first, stride);
                if (packets >= SURE && first + packets * stride >= bytes.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether sync could be found anywhere in these bytes; few packets are enough where there is nothing else. */
    static boolean somewhere(byte[] bytes, int length) {
        for (int first = 0; first < length; first++) {
            for (int stride : STRIDES) {
                int packets = bytes[first] == SYNC ? runUpTo(bytes, first, stride, length) : 0;
                boolean all = first <= 4 && first + packets * stride >= length && length >= STRIDES[0];
                if (packets >= SURE || (all && packets > 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int run(byte[] bytes, int first, int stride) {
        return runUpTo(bytes, first, stride, bytes.length);
    }

    private static int runUpTo(byte[] bytes, int first, int stride, int length) {
        int packets = 0;
        for (int at = first; at < length && bytes[at] == SYNC; at += stride) {
            packets++;
        }
        return packets;
    }
}

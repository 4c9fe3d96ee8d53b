package io.bandwatch.ingest.live.datagram;

import java.nio.ByteBuffer;

/** Makes RTP packets. */
public final class Rtp {
    private Rtp() {}

    /** Payload type 33, time stamp 0. */
    public static byte[] packet(int sequence, int source, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) 33)
                .putShort((short) sequence)
                .putInt(0)
                .putInt(source)
                .put(payload)
                .array();
    }
}

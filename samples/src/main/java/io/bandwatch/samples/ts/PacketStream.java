package io.bandwatch.samples.ts;

/** A transport stream, packet by packet. Not thread-safe. */
public interface PacketStream {
    /** Stream time of the next packet, ns. */
    long timeNs();

    /** Writes the next packet. */
    void next(byte[] buffer, int offset);
}

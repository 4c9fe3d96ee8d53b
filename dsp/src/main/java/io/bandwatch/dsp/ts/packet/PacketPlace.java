package io.bandwatch.dsp.ts.packet;

/**
 * The place of packets in a stream: how many came before, and for how many the bytes between them had room. What came before
 * the first packet does not count.
 */
public final class PacketPlace {
    private long position;
    private long lost;

    /** Place of the packet that follows. */
    public long position() {
        return position;
    }

    /** A packet has passed; returns the place after it. */
    public long next() {
        return ++position;
    }

    /** Bytes that belong to no packet have passed. */
    public void skip(PacketFormat format, long bytes) {
        long places = position == 0 ? 0 : bytes / format.stride();
        position += places;
        lost += places;
    }

    /** Packets that have passed. */
    long packets() {
        return position - lost;
    }
}

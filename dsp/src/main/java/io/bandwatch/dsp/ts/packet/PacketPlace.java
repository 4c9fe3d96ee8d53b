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

    /**
     * Of packets behind each other in a buffer, where the last one begins that leaves the place before a limit; less than
     * {@code from} if none does.
     */
    public int lastBefore(long limit, int from, int last, int stride) {
        long room = Math.max(0, limit - 1 - position);
        return room > (last - from) / stride ? last : from + ((int) room - 1) * stride;
    }

    /** So many packets have passed. */
    public void pass(int count) {
        position += count;
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

package io.bandwatch.dsp.ts.packet;

/** Who takes the packets that a {@link PacketReader} finds, and what befalls the sync. */
public interface PacketSink {
    /**
     * A packet in place.
     *
     * @param buffer holds it; not to be kept
     * @param offset of its sync byte; 188 bytes are there
     * @return whether the reader shall stop after it
     */
    boolean packet(byte[] buffer, int offset);

    /**
     * Packets behind each other in place, of which the sink may take the first ones that need no closer look: it sees to the
     * sync bytes itself. The rest is given to {@link #packet}, one at a time. Most packets are of that kind, and a call for
     * each would cost more than the look at it.
     *
     * @param from offset of the first sync byte
     * @param last the last offset where a packet may begin; 188 bytes are there
     * @param stride bytes from one packet to the next
     * @return offset of the first packet that it left
     */
    default int plainPackets(byte[] buffer, int from, int last, int stride) {
        return from;
    }

    /** The arrival time of the packet that follows: 30 bits at 27 MHz. */
    default void stamp(int ticks) {}

    /** The packet that follows has a wrong sync byte, and sync is held. */
    default void wrongSyncByte() {}

    /** Two wrong sync bytes in a row: what follows is looked through. */
    default void syncLost() {}

    /**
     * Five sync bytes in a row.
     *
     * @param format how the packets come
     * @param lostBytes bytes since the last packet that belong to none
     */
    default void syncFound(PacketFormat format, long lostBytes) {}
}

package io.bandwatch.dsp.ts.packet;

/** What a {@link PacketCounter} tells of single packets; all of it is rare beside the packets themselves. */
public interface PacketEvents {
    /** How the packets come is known, or known again. */
    void syncFound(PacketFormat format);

    /** See {@link PacketSink#syncLost}. */
    void syncLost();

    /** See {@link PacketSink#wrongSyncByte}. */
    void wrongSyncByte();

    /** See {@link PacketSink#stamp}: of every packet that has one. */
    default void stamp(int ticks) {}

    /** continuity_counter broke on a PID, or a packet came more than twice. */
    void continuityError(int pid);

    /** A packet has transport_error_indicator; its PID may be wrong and is not told. */
    void transportError();

    /** A packet of a PID that was not there before. */
    void appeared(int pid);

    /**
     * A program clock reference.
     *
     * @param ticks of 27 MHz, 0 up to 2^33 * 300
     * @param discontinuity discontinuity_indicator stood in a packet of the PID since the PCR before
     */
    void pcr(int pid, long ticks, boolean discontinuity);

    /**
     * A packet of a PID that somebody wants, duplicates left out.
     *
     * @param from where the payload starts
     * @param end where it ends
     * @param header the first four bytes of the packet
     * @param broken packets are missing before this one
     */
    void payload(byte[] buffer, int from, int end, int header, boolean broken);

    /** As many packets have passed as {@link PacketCounter#tickAt} asked for. Returns whether to stop the reader. */
    boolean tick();
}

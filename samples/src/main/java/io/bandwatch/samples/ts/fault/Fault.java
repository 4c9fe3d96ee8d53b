package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;

/** Something that goes wrong in a multiplex; for one stream only, because it may count what it has done. */
public interface Fault {
    /** Whether a packet that is due now does not come. */
    default boolean withholds(TsPart part, long nowNs) {
        return false;
    }

    /** Changes a packet that goes out now, or leaves it. */
    default void alter(TsPart part, long nowNs, byte[] packets, int offset) {}

    /** Whether a fault has put a section in the place of a null packet: it takes the next number of its PID. */
    static boolean putIn(TsPart part, byte[] packets, int offset) {
        return part.what() == TsPart.Content.STUFFING
                && PacketBytes.pid(packets, offset) != PacketBytes.NULL_PID
                && PacketBytes.unitStart(packets, offset);
    }
}

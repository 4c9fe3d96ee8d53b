package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.TsPart;

/** Something that goes wrong in a multiplex; for one stream only, because it may count what it has done. */
public interface Fault {
    /** Whether a packet that is due now does not come. */
    default boolean withholds(TsPart part, long nowNs) {
        return false;
    }

    /** Changes a packet that goes out now, or leaves it. */
    default void alter(TsPart part, long nowNs, byte[] packets, int offset) {}
}

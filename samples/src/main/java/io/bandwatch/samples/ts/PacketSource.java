package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.packet.TsPart;

/** What takes its turn in the multiplex. */
interface PacketSource {
    /** Stream time at which its next packet is due, ns. */
    long dueNs();

    /** What that packet will carry. */
    TsPart next();

    /** Writes it. */
    void write(byte[] packet, int offset, long nowNs);

    /** Lets it pass, as if it had never been meant: no counter moves. */
    void pass();
}

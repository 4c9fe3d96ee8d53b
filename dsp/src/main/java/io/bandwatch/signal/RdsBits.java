package io.bandwatch.signal;

/**
 * Bits of a 57 kHz subcarrier, differentially decoded.
 *
 * @param soft one a bit: positive 1, negative 0, magnitude 1..127 how sure; empty where there is no subcarrier
 * @param firstOffsetNs time of the middle of the first bit after the start of the frame, ns; may be negative
 * @param periodNs distance of bits, ns
 */
public record RdsBits(byte[] soft, long firstOffsetNs, double periodNs) {
    /** No subcarrier. */
    public static final RdsBits NONE = new RdsBits(new byte[0], 0, 0);
}

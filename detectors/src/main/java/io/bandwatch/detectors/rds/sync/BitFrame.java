package io.bandwatch.detectors.rds.sync;

import java.time.Instant;

/**
 * The soft bits of one frame, placed in time.
 *
 * @param frameTime start of the frame
 * @param softBits after differential decoding; sign is the bit (positive 1), magnitude the reliability 1..127, 0 is an
 *     erasure; empty when no RDS was found
 * @param firstBitOffsetNs centre of the first bit after the start of the frame, ns; may be negative
 * @param bitPeriodNs measured length of a bit, ns, nominally 1e9/1187.5
 */
public record BitFrame(Instant frameTime, byte[] softBits, long firstBitOffsetNs, double bitPeriodNs) {
    /** Start of the frame, ns since 1970. */
    public long frameNs() {
        return Math.addExact(Math.multiplyExact(frameTime.getEpochSecond(), 1_000_000_000L), frameTime.getNano());
    }

    long firstBitNs() {
        return frameNs() + firstBitOffsetNs;
    }
}

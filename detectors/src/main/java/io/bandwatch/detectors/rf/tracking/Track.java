package io.bandwatch.detectors.rf.tracking;

import java.time.Instant;

/**
 * One carrier followed over looks.
 *
 * @param channel raster index of the channel it was given
 * @param slot slot of that channel
 * @param frequencyHz its averaged frequency, Hz
 * @param seenNs for how long it was seen in all, ns
 * @param lastSeen end of the last look that found it
 * @param hits bit n set: found in the n-th latest look
 * @param established whether it was confirmed once
 */
public record Track(
        int channel, int slot, double frequencyHz, long seenNs, Instant lastSeen, long hits, boolean established) {}

package io.bandwatch.detectors.receiver;

import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Instant;

/**
 * How a live receiver fared in an interval.
 *
 * @param feed id of the feed
 * @param time begin of the interval
 * @param durationNs its length, ns
 * @param unheardNs time of it in which nothing came, ns
 * @param lookNs length of the last look, ns; of a receiver that goes from place to place, the time until it is back
 * @param clippedShare highest share of samples at full scale in a look, 0..1
 * @param state what it did since it was begun
 */
public record ReceiverRecord(
        String feed,
        Instant time,
        long durationNs,
        long unheardNs,
        long lookNs,
        double clippedShare,
        ReceiverState state) {}

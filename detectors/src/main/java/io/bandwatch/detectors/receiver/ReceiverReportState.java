package io.bandwatch.detectors.receiver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The interval under way.
 *
 * @param from its begin, null before the first look
 * @param reached end of the last look, null before the first
 * @param unheardNs time of it in which nothing came, ns
 * @param clippedShare highest share of samples at full scale, 0..1
 */
public record ReceiverReportState(
        @Nullable Instant from, @Nullable Instant reached, long unheardNs, double clippedShare) {
    /** None. */
    public static final ReceiverReportState NOTHING = new ReceiverReportState(null, null, 0, 0);
}

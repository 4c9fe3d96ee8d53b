package io.bandwatch.detectors.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CarrierAssessor} remembers of one place.
 *
 * @param mean what was measured of the carrier lately, by which each look is judged
 * @param whole sums over the recording, null before the first look
 * @param interval sums over the interval, null without one
 * @param intervalEnd end of the interval, null without one
 * @param confirmed whether the carrier was confirmed once
 */
public record AssessorState(
        CarrierMean mean,
        @Nullable CarrierTotals whole,
        @Nullable CarrierTotals interval,
        @Nullable Instant intervalEnd,
        boolean confirmed) {}

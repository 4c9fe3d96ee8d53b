package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a programme was heard before, as it stands every few seconds.
 *
 * @param subject which programme
 * @param station id of the station that is licensed to broadcast it, as last heard, or null
 * @param from from when on it was not known before
 * @param time up to when it is known
 * @param heardSteps how much of it was heard since the last report, steps
 * @param ended whether nothing follows
 * @param open stretches that may go on
 * @param over stretches that ended since the last report
 */
public record RepeatReport(
        Subject subject,
        @Nullable String station,
        Instant from,
        Instant time,
        int heardSteps,
        boolean ended,
        Repeat[] open,
        Repeat[] over) {}

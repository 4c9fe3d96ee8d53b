package io.bandwatch.detectors.content.repetition;

import io.bandwatch.detectors.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a programme was new over a day or a recording.
 *
 * @param subject which programme
 * @param time begin
 * @param durationS how long, s
 * @param heardS how long anything was heard, s
 * @param newShare share of that which was not heard before, 0 to 1
 * @param loopPeriodS the period with which it repeated itself, s; null where it did not
 * @param repeats stretches that were heard before, in the order in which they ended
 * @param shared what other programmes had before, the longest first
 */
public record RepetitionRecord(
        Subject subject,
        Instant time,
        double durationS,
        double heardS,
        double newShare,
        @Nullable Double loopPeriodS,
        ListedRepeat[] repeats,
        SharedWith[] shared) {}

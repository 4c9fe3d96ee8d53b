package io.bandwatch.detectors.schedule;

import java.time.Instant;

/**
 * A time on air that is not over yet.
 *
 * @param from begin of the first look that found the carrier
 * @param to end of the last look that found it
 * @param fromSeen whether it was seen to be off just before
 * @param confirmed whether it is no accident
 */
public record OnAirRun(Instant from, Instant to, boolean fromSeen, boolean confirmed) {
    OnAirSpan ended(boolean toSeen) {
        return new OnAirSpan(from, to, fromSeen, toSeen);
    }
}

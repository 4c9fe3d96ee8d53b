package io.bandwatch.detectors.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * A time on air.
 *
 * @param from begin of the first look that found the carrier
 * @param to end of the last look that found it
 * @param fromSeen whether it was seen to be off just before
 * @param toSeen whether it was seen to be off just after
 */
public record OnAirSpan(Instant from, Instant to, boolean fromSeen, boolean toSeen) {
    Duration length() {
        return Duration.between(from, to);
    }

    /** This span and a later one as one, the time between them included. */
    OnAirSpan joined(OnAirSpan later) {
        return new OnAirSpan(from, later.to, fromSeen, later.toSeen);
    }
}

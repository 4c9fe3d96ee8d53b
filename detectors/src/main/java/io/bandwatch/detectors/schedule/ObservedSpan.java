package io.bandwatch.detectors.schedule;

import java.time.Instant;

/**
 * A time in which a place was looked at again and again.
 *
 * @param from begin of the first look
 * @param to end of the last look
 */
public record ObservedSpan(Instant from, Instant to) {
    boolean contains(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}

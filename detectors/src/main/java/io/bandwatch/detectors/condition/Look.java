package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * When something was looked at.
 *
 * @param subject what was looked at
 * @param time start of the look
 * @param durationNs its length, ns
 */
public record Look(Subject subject, Instant time, long durationNs) {
    /** The instant at which it was over. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }
}

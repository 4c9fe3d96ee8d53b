package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Subject;
import java.time.Instant;

/**
 * When something was looked at.
 *
 * @param subject what was looked at
 * @param time start of the look
 * @param durationNs its length, ns
 * @param countsNs how much it counts towards the times of a condition, ns
 */
public record Look(Subject subject, Instant time, long durationNs, long countsNs) {
    /** A look that counts as long as it is. */
    public Look(Subject subject, Instant time, long durationNs) {
        this(subject, time, durationNs, durationNs);
    }

    /** The instant at which it was over. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }
}

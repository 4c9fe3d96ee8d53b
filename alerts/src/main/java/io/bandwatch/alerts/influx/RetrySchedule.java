package io.bandwatch.alerts.influx;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a write is tried again: after {@code first}, then twice as long each time up to {@code longest}. One writer to one
 * store needs no jitter, and without it a test can tell the times.
 *
 * @param first pause after the first failure
 * @param longest longest pause
 * @param giveUp how long the store may be down before the job fails
 */
public record RetrySchedule(Duration first, Duration longest, Duration giveUp) implements Serializable {
    /** 250 ms doubling to 5 s; 15 minutes in all. */
    public static final RetrySchedule DEFAULT =
            new RetrySchedule(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMinutes(15));

    public RetrySchedule {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || giveUp.isNegative()) {
            throw new IllegalArgumentException("a retry schedule needs 0 < first <= longest and giveUp >= 0, got first "
                    + first + ", longest " + longest + ", giveUp " + giveUp);
        }
    }

    /** Pause after failure number {@code failures}, counted from 1. */
    Duration pauseAfter(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

package io.bandwatch.alerts.retry;

import java.io.Serializable;
import java.time.Duration;

/**
 * When something that failed is tried again: after {@code first}, then twice as long each time up to {@code longest}. One
 * sender to one receiver needs no jitter, and without it a test can tell the times.
 *
 * @param first pause after the first failure
 * @param longest longest pause
 * @param giveUp how long it is tried in all
 */
public record RetrySchedule(Duration first, Duration longest, Duration giveUp) implements Serializable {
    /** A store that a job waits for: 250 ms doubling to 5 s; 15 minutes in all. */
    public static final RetrySchedule DEFAULT =
            new RetrySchedule(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMinutes(15));

    /** A push that waits in its outbox: 2 s doubling to 5 minutes; a day in all. */
    public static final RetrySchedule PUSHES =
            new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofDays(1));

    public RetrySchedule {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || giveUp.isNegative()) {
            throw new IllegalArgumentException("a retry schedule needs 0 < first <= longest and giveUp >= 0, got first "
                    + first + ", longest " + longest + ", giveUp " + giveUp);
        }
    }

    /** Pause after failure number {@code failures}, counted from 1. */
    public Duration pauseAfter(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}

package io.bandwatch.alerts.push.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Wakes one thread, at a time or when it is rung; a ring while nobody waits is not forgotten. Thread-safe. */
final class Bell {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final long NS_PER_MS = 1_000_000;

    private boolean rung;

    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Waits for a ring, until a time or, since clocks are set, at most a minute. */
    synchronized void await(@Nullable Instant until, Clock clock) throws InterruptedException {
        Duration wait = until == null ? LONGEST_WAIT : Duration.between(clock.instant(), until);
        long endNs = System.nanoTime() + (wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).toNanos();
        for (long leftNs = endNs - System.nanoTime(); !rung && leftNs > 0; leftNs = endNs - System.nanoTime()) {
            // rounded up, so that it is not woken just before
            wait(leftNs / NS_PER_MS + 1);
        }
        rung = false;
    }
}

package io.bandwatch.deploy.evidence.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** By how much the clock of the day was set since this was made, beside a clock that only runs forwards. */
final class ClockSteps {
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Instant begin;
    private final long beginNs;

    /** @param nanoTime a clock that only runs forwards, ns */
    ClockSteps(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.begin = clock.instant();
        this.beginNs = nanoTime.getAsLong();
    }

    /** Ahead is positive. */
    Duration since() {
        return Duration.between(begin, clock.instant()).minusNanos(nanoTime.getAsLong() - beginNs);
    }
}

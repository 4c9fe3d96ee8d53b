package io.bandwatch.ingest.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of looks. It runs with the clock that nobody sets and follows the one of the day without jumps, by {@value
 * #SLEW_NS} ns a look at most: a clock that is set shortens or stretches no look, and none begins before the one before it
 * ended. Not thread-safe.
 */
final class LookClock {
    /** 0.5 % of a second. Too little: a clock that was wrong stays wrong; too much: lengths of looks are wrong meanwhile. */
    private static final long SLEW_NS = 5_000_000;

    private final InstantSource day;
    private Instant base;
    private long baseNs;
    private Instant reached;

    /** @param nowNs the clock that nobody sets, now */
    LookClock(InstantSource day, long nowNs) {
        this.day = day;
        this.base = day.instant();
        this.baseNs = nowNs;
        this.reached = base;
    }

    /** End of the looks so far. */
    Instant reached() {
        return reached;
    }

    /**
     * A look ends.
     *
     * @param endNs when, by the clock that nobody sets
     * @param nowNs the same clock now
     */
    Instant endLook(long endNs, long nowNs) {
        Instant end = at(endNs);
        Duration behind = clamped(Duration.between(at(nowNs), day.instant()));
        base = end.plus(behind);
        baseNs = endNs;
        reached = end.isBefore(reached) ? reached : end;
        return reached;
    }

    private Instant at(long ns) {
        return base.plusNanos(ns - baseNs);
    }

    private static Duration clamped(Duration behind) {
        if (behind.compareTo(Duration.ofNanos(SLEW_NS)) > 0) {
            return Duration.ofNanos(SLEW_NS);
        }
        return behind.compareTo(Duration.ofNanos(-SLEW_NS)) < 0 ? Duration.ofNanos(-SLEW_NS) : behind;
    }
}

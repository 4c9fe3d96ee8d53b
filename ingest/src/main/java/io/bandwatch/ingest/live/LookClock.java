package io.bandwatch.ingest.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of looks. It runs with the clock that nobody sets and follows the one of the day without jumps, by half a percent of a
 * look at most: a clock that is set shortens or stretches no look, and none begins before the one before it
 * ended. Not thread-safe.
 */
final class LookClock {
    private final long slewNs;
    private final InstantSource day;
    private Instant base;
    private long baseNs;
    private Instant reached;
    private Instant seen;
    private long seenNs;

    /**
     * @param nowNs the clock that nobody sets, now
     * @param slewNs by how much a look may be shorter or longer. Too little: a clock that was wrong stays wrong; too much: lengths
     *     of looks are wrong meanwhile
     */
    LookClock(InstantSource day, long nowNs, long slewNs) {
        this.slewNs = slewNs;
        this.day = day;
        this.base = day.instant();
        this.baseNs = nowNs;
        this.reached = base;
        this.seen = base;
        this.seenNs = nowNs;
    }

    /**
     * Compares the clocks. To be called with a reading of the one that nobody sets that was taken just now: what is measured meanwhile
     * takes its time, and would be taken for a clock of the day that is ahead.
     */
    void compare(long nowNs) {
        seen = day.instant();
        seenNs = nowNs;
    }

    /** End of the looks so far. */
    Instant reached() {
        return reached;
    }

    /**
     * A look ends.
     *
     * @param endNs when, by the clock that nobody sets
     */
    Instant endLook(long endNs) {
        Instant end = at(endNs);
        Duration behind = clamped(Duration.between(at(seenNs), seen));
        base = end.plus(behind);
        baseNs = endNs;
        reached = end.isBefore(reached) ? reached : end;
        return reached;
    }

    private Instant at(long ns) {
        return base.plusNanos(ns - baseNs);
    }

    private Duration clamped(Duration behind) {
        if (behind.compareTo(Duration.ofNanos(slewNs)) > 0) {
            return Duration.ofNanos(slewNs);
        }
        return behind.compareTo(Duration.ofNanos(-slewNs)) < 0 ? Duration.ofNanos(-slewNs) : behind;
    }
}

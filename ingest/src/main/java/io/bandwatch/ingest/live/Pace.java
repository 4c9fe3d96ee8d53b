package io.bandwatch.ingest.live;

import io.bandwatch.ingest.live.address.FeedAddress;
import io.bandwatch.ingest.live.address.FileAddress;
import io.bandwatch.ingest.live.address.UriAddress;

/**
 * Keeps what can wait at the pace of its own clock: a second of stream takes a second. What is late is not caught up with.
 * A stream without a clock is not kept. Not thread-safe.
 */
final class Pace {
    /** Faster than real time by more than any two clocks differ, so that what a live sender brings never piles up. */
    private static final double LEAD = 1.001;

    private final boolean paced;
    private long beginNs;
    private long streamNs = Long.MAX_VALUE;

    private Pace(boolean paced) {
        this.paced = paced;
    }

    static Pace of(FeedAddress address) {
        boolean fetched = address instanceof UriAddress uri && uri.fetched();
        return new Pace(fetched || (address instanceof FileAddress file && file.paced()));
    }

    /**
     * How long to wait before reading on, ns.
     *
     * @param reachedNs stream time that was reached; where it falls, the stream has begun anew
     * @param nowNs by the clock that nobody sets
     */
    long waitNs(long reachedNs, long nowNs) {
        if (!paced) {
            return 0;
        }
        long takesNs = Math.round(reachedNs / LEAD);
        if (reachedNs < streamNs) {
            beginNs = nowNs - takesNs;
        }
        streamNs = reachedNs;
        long waitNs = beginNs + takesNs - nowNs;
        if (waitNs < 0) {
            beginNs -= waitNs;
            return 0;
        }
        return waitNs;
    }
}

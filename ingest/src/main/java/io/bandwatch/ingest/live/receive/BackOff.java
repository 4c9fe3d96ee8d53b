package io.bandwatch.ingest.live.receive;

/**
 * How long to wait before something that failed is tried again: twice as long as the last time, up to half a minute. What
 * worked for a minute begins with the shortest pause.
 */
public final class BackOff {
    static final long SHORTEST_MS = 500;
    static final long LONGEST_MS = 30_000;
    static final long WORKED_MS = 60_000;

    private long nextMs = SHORTEST_MS;

    /**
     * How long to wait now.
     *
     * @param lastedMs how long it worked
     */
    public long afterMs(long lastedMs) {
        if (lastedMs >= WORKED_MS) {
            nextMs = SHORTEST_MS;
        }
        long pauseMs = nextMs;
        nextMs = Math.min(LONGEST_MS, 2 * nextMs);
        return pauseMs;
    }
}

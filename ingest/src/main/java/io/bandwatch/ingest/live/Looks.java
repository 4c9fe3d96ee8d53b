package io.bandwatch.ingest.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.ring.Block;

/** Makes looks of the blocks of one feed. Time is given by the caller, ns by the clock that nobody sets. */
interface Looks {
    /** Takes what came. */
    void take(Block block, long nowNs) throws InterruptedException;

    /** Time has passed, and everything that came has been taken. */
    void passed(long nowNs) throws InterruptedException;

    /**
     * This process did not run until now: what came meanwhile is on its way still, or lost by us. That nothing was seen to come says
     * nothing of the feed.
     */
    void stoodStill(long nowNs) throws InterruptedException;

    /** Nothing follows. */
    void end(long nowNs) throws InterruptedException;

    /** Time of the stream that was taken since it was opened, ns. */
    long streamNs();

    /** Nobody wants looks any more. */
    default void close() {}

    /** Takes looks. */
    interface Destination {
        void take(FeedFrame look) throws InterruptedException;
    }
}

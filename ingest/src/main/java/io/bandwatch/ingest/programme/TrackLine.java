package io.bandwatch.ingest.programme;

import io.bandwatch.ingest.av.wire.Track;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * One track on its way into looks. Not thread-safe.
 *
 * @param <P> a piece of it and where it lies
 */
abstract class TrackLine<P> {
    private final Track track;
    private final Onlooker onlooker;
    private final TrackTime time = new TrackTime();
    private final Deque<P> waiting = new ArrayDeque<>();
    private long originNs;
    private long errors;

    TrackLine(Track track, Onlooker onlooker) {
        this.track = track;
        this.onlooker = onlooker;
    }

    /** The same piece, so much later. */
    abstract P moved(P piece, long ns);

    /**
     * Finds where a new piece lies.
     *
     * @param ptsNs its time stamp
     * @param lengthNs how long it is
     */
    final long placed(long ptsNs, long lengthNs) {
        boolean first = !time.began();
        long atNs = time.place(ptsNs, lengthNs);
        originNs = first ? atNs : originNs;
        return atNs;
    }

    /** Moves all of it in time, what is yet to come included. */
    void shift(long ns) {
        time.shift(ns);
        originNs += ns;
        for (int left = waiting.size(); left > 0; left--) {
            waiting.add(moved(waiting.remove(), ns));
        }
    }

    final void fault() {
        errors++;
    }

    /** Faults since this was asked last. */
    final long takeErrors() {
        long taken = errors;
        errors = 0;
        return taken;
    }

    /** Where its first piece lies; empty before it. */
    final OptionalLong firstNs() {
        return time.began() ? OptionalLong.of(originNs) : OptionalLong.empty();
    }

    final boolean expectsMore() {
        return track.decodable();
    }

    /** PID for observations. */
    final int pid() {
        return Math.max(0, track.pid());
    }

    final Track track() {
        return track;
    }

    final Onlooker onlooker() {
        return onlooker;
    }

    final TrackTime time() {
        return time;
    }

    final Deque<P> waiting() {
        return waiting;
    }

    final long originNs() {
        return originNs;
    }
}

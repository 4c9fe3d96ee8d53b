package io.bandwatch.ingest.programme;

import java.util.OptionalLong;

/** One track on its way into looks. */
interface TrackLine {
    /** Where its first piece lies; empty before it. */
    OptionalLong firstNs();

    TrackTime time();

    boolean expectsMore();

    /** Moves all of it in time, what is yet to come included. */
    void shift(long ns);

    void fault();
}

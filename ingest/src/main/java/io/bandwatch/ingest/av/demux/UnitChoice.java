package io.bandwatch.ingest.av.demux;

import java.io.IOException;

/** Chooses which units of a track are decoded, by the units alone. */
public interface UnitChoice {
    /** Takes the next unit. */
    void accept(Unit unit) throws IOException, InterruptedException;

    /** Nothing follows. */
    void end() throws IOException, InterruptedException;
}

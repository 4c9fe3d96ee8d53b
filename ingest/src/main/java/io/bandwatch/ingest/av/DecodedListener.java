package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;

/** Who takes the pictures and the sound of a service. Called by one thread at a time, which may change after a restart. */
public interface DecodedListener {
    /** A track, before anything of it; after a restart the same tracks come again with the same numbers. */
    void track(Track track);

    void picture(Picture picture);

    void sound(Sound sound);

    /** What a decoder complains of. */
    void fault(Fault fault);

    /** The decoder process ended without having been told to; it is started again. */
    void restarted(Restart restart);
}

package io.bandwatch.ingest.av.wire;

import java.io.IOException;

/** Who takes what comes out of a decoder. */
public interface DecodedSink {
    void track(Track track) throws IOException;

    void picture(Picture picture) throws IOException;

    void sound(Sound sound) throws IOException;

    void fault(Fault fault) throws IOException;
}

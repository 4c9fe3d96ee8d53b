package io.bandwatch.ingest.gst.decode;

import java.io.IOException;

/** Takes what a decoder makes, and gives it back to GStreamer. */
interface Puller {
    void take(MappedSample sample) throws IOException;

    /** How much it took. */
    long taken();

    /** How far it is in the time of GStreamer, ns; below 0 before anything came. */
    long reachedNs();
}

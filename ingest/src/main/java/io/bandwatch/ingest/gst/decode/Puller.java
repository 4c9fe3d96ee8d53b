package io.bandwatch.ingest.gst.decode;

import io.bandwatch.ingest.gst.direct.MappedSample;
import java.io.IOException;
import org.freedesktop.gstreamer.elements.AppSink;

/** Takes what a decoder makes, and gives it back to GStreamer. */
interface Puller {
    void take(MappedSample sample) throws IOException;

    /** Is told where samples will come from, before the first does. */
    default void watch(AppSink from) {
        // most need not know
    }

    /** How much it took. */
    long taken();

    /** How far it is in the time of GStreamer, ns; below 0 before anything came. */
    long reachedNs();
}

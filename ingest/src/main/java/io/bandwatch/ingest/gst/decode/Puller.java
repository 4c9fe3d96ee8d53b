package io.bandwatch.ingest.gst.decode;

import java.io.IOException;
import org.freedesktop.gstreamer.Sample;

/** Takes what a decoder makes, and gives it back to GStreamer. */
interface Puller {
    void take(Sample sample) throws IOException;

    /** How much it took. */
    long taken();
}

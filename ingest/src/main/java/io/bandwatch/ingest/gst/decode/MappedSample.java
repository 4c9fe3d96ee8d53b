package io.bandwatch.ingest.gst.decode;

import java.nio.ByteBuffer;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Sample;

/** The bytes of a sample while they are mapped. The only place that maps what GStreamer hands out, and gives it back. */
final class MappedSample implements AutoCloseable {
    private final Sample sample;
    private final Buffer buffer;
    private final ByteBuffer bytes;

    MappedSample(Sample sample) {
        this.sample = sample;
        this.buffer = sample.getBuffer();
        this.bytes = buffer.map(false);
    }

    /** Valid until this is closed. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** Presentation time of GStreamer; below 0 where it gives none. */
    long ptsNs() {
        return buffer.getPresentationTimestamp();
    }

    /** To be disposed of by the caller. */
    Caps caps() {
        return sample.getCaps();
    }

    @Override
    public void close() {
        buffer.unmap();
        buffer.dispose();
        sample.dispose();
    }
}

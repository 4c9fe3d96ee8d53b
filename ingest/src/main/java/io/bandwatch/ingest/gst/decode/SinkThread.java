package io.bandwatch.ingest.gst.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.freedesktop.gstreamer.Sample;
import org.freedesktop.gstreamer.elements.AppSink;

/** A thread that pulls samples out of a sink until the stream ends. */
final class SinkThread {
    private final AppSink sink;
    private final Puller puller;
    private final Thread thread;

    SinkThread(String name, AppSink sink, Puller puller) {
        this.sink = sink;
        this.puller = puller;
        this.thread = new Thread(this::pull, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits until everything was pulled. */
    boolean ended(long patienceMs) throws InterruptedException {
        thread.join(patienceMs);
        return !thread.isAlive();
    }

    private void pull() {
        try {
            for (Sample sample = sink.pullSample(); sample != null; sample = sink.pullSample()) {
                puller.take(sample);
            }
        } catch (IOException gone) {
            // nobody listens to this process any more, or it cannot be trusted
            throw new UncheckedIOException(gone);
        }
    }
}

package io.bandwatch.ingest.gst.decode;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.bandwatch.ingest.gst.direct.GstCalls;
import io.bandwatch.ingest.gst.direct.MappedSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.freedesktop.gstreamer.elements.AppSink;
import org.freedesktop.gstreamer.glib.Natives;

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
        puller.watch(sink);
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
        try (Memory room = MappedSample.room()) {
            Pointer from = Natives.getRawPointer(sink);
            for (Pointer sample = GstCalls.appSinkPullSample(from);
                    sample != null;
                    sample = GstCalls.appSinkPullSample(from)) {
                puller.take(new MappedSample(sample, room));
            }
        } catch (IOException gone) {
            // nobody listens to this process any more, or it cannot be trusted
            throw new UncheckedIOException(gone);
        }
    }
}

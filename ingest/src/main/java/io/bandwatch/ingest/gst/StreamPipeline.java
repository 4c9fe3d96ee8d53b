package io.bandwatch.ingest.gst;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.Sample;
import org.freedesktop.gstreamer.elements.AppSink;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline whose bytes are pulled out by the calling thread. Everything that GStreamer calls back is held by a field: what
 * Java collects would stop without a word.
 */
final class StreamPipeline {
    private static final byte[] PLAYLIST = "#EXTM3U".getBytes(StandardCharsets.US_ASCII);

    private static final long NOT_WAITING = Long.MIN_VALUE;
    private static final long POLL_NS = 200_000_000;

    private final Pipeline pipeline;
    private final AppSink sink;
    private final Bus bus;
    private final Bus.ERROR onError;
    private final Patience patience;
    private volatile long waitingSinceNs = NOT_WAITING;
    private volatile boolean begun;

    /**
     * How long nothing may come.
     *
     * @param first before the first bytes
     * @param further after them
     */
    record Patience(Duration first, Duration further) {}

    /**
     * @param source elements up to the sink, the first of them named {@code source}
     * @param property property of that element which takes the address
     */
    StreamPipeline(String source, String property, String address, Patience patience) {
        this.patience = patience;
        pipeline = (Pipeline) Gst.parseLaunch(source + " ! appsink name=sink sync=false max-buffers=64");
        Element first = Objects.requireNonNull(pipeline.getElementByName("source"));
        first.set(property, address);
        sink = (AppSink) Objects.requireNonNull(pipeline.getElementByName("sink"));
        bus = pipeline.getBus();
        onError = (element, code, message) -> {
            System.err.println(element.getName() + ": " + message);
            // a pipeline with an error may never say that it has ended
            Runtime.getRuntime().halt(1);
        };
        bus.connect(onError);
    }

    /**
     * Copies until the stream ends.
     *
     * @return true if it turned out to be a playlist, of which nothing is copied
     */
    boolean copyTo(OutputStream out) throws IOException {
        Thread watchdog = new Thread(this::watch, "watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
        pipeline.play();
        Sample sample = pull();
        byte[] bytes = sample == null ? new byte[0] : bytesOf(sample);
        boolean playlist = startsWith(bytes, PLAYLIST);
        if (!playlist) {
            out.write(bytes);
            for (sample = pull(); sample != null; sample = pull()) {
                out.write(bytesOf(sample));
            }
        }
        pipeline.stop();
        bus.disconnect(onError);
        return playlist;
    }

    /** Ends the process where nothing comes for too long: a connection may fail without a word, and is then tried anew. */
    private void watch() {
        while (true) {
            long sinceNs = waitingSinceNs;
            Duration bound = begun ? patience.further() : patience.first();
            if (sinceNs != NOT_WAITING && System.nanoTime() - sinceNs > bound.toNanos()) {
                System.err.println("nothing came for " + bound.toSeconds() + " s");
                Runtime.getRuntime().halt(1);
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private @Nullable Sample pull() {
        waitingSinceNs = System.nanoTime();
        Sample sample = sink.pullSample();
        waitingSinceNs = NOT_WAITING;
        begun = true;
        return sample;
    }

    private static byte[] bytesOf(Sample sample) {
        Buffer buffer = sample.getBuffer();
        ByteBuffer mapped = buffer.map(false);
        byte[] bytes = new byte[mapped.remaining()];
        mapped.get(bytes);
        buffer.unmap();
        sample.dispose();
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}

package io.bandwatch.ingest.gst.decode;

import com.sun.jna.Pointer;
import io.bandwatch.ingest.av.demux.Unit;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import io.bandwatch.ingest.gst.direct.GstCalls;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.elements.AppSink;
import org.freedesktop.gstreamer.elements.AppSrc;
import org.freedesktop.gstreamer.glib.Natives;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one track. All calls come from one thread but those of GStreamer itself; it is taken apart in the order state NULL,
 * pulling thread, sinks, pipeline.
 */
final class TrackPipeline {
    /** What waits here is lost in a crash of this process: not more than so much time, */
    private static final long MOST_AHEAD_NS = 500_000_000;

    /** and of large pictures not even that. */
    private static final long MOST_QUEUED_PICTURE_BYTES = 1 << 19;

    private static final long MOST_QUEUED_SOUND_BYTES = 1 << 14;
    private static final long PATIENCE_MS = 10_000;
    private static final long WAIT_MS = 10;
    private static final long CLOCK_TIME_NONE = -1;

    private final Pipeline pipeline;
    private final AppSrc source;
    private final Pointer into;
    private final AppSink sink;
    private final Bus bus;
    private final Bus.ERROR onError;
    private final SinkThread thread;
    private final Puller puller;
    private final long mostQueuedBytes;
    private long mayBeQueuedBytes;
    private long firstNs = -1;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    TrackPipeline(String description, Track track, Puller puller) {
        this.puller = puller;
        mostQueuedBytes = track.kind() == TrackKind.PICTURE ? MOST_QUEUED_PICTURE_BYTES : MOST_QUEUED_SOUND_BYTES;
        pipeline = (Pipeline) Gst.parseLaunch(description);
        source = (AppSrc) Objects.requireNonNull(pipeline.getElementByName("source"));
        into = Natives.getRawPointer(source);
        sink = (AppSink) Objects.requireNonNull(pipeline.getElementByName("sink"));
        bus = pipeline.getBus();
        onError = (element, code, message) -> failure.compareAndSet(null, element.getName() + ": " + message);
        bus.connect(onError);
        thread = new SinkThread("track-" + track.number(), sink, puller);
        pipeline.play();
        thread.start();
    }

    /** Elements from the stream to the sink, in GStreamer's own language. */
    static String description(DecoderElements elements, TrackKind kind, int threads) {
        StringBuilder text = new StringBuilder("appsrc name=source format=time caps=\"")
                .append(elements.caps())
                .append("\" ! ");
        if (!elements.parser().isEmpty()) {
            text.append(elements.parser()).append(" ! ");
        }
        if (kind == TrackKind.PICTURE) {
            text.append(elements.decoder())
                    .append(" max-threads=")
                    .append(threads)
                    .append(" qos=false max-errors=-1 ! videoconvert n-threads=1 dither=none ! ")
                    .append(PicturePuller.CAPS)
                    .append(" ! appsink name=sink sync=false max-buffers=3");
        } else {
            text.append(elements.decoder())
                    .append(" max-errors=-1 ! audioconvert ! ")
                    .append(SoundPuller.CAPS)
                    .append(" ! appsink name=sink sync=false max-buffers=16");
        }
        return text.toString();
    }

    /** Why nothing more comes out; none while it works. */
    @Nullable
    String failure() {
        return failure.get();
    }

    /** Hands over a unit, waiting for room. Its time stamps are GStreamer's; below 0 without one. */
    void push(Unit unit, long dtsNs, long ptsNs) throws InterruptedException {
        if (!hasRoom(unit.bytes().length, dtsNs)) {
            return;
        }
        byte[] bytes = unit.bytes();
        Pointer buffer = GstCalls.bufferNewAllocate(null, bytes.length, null);
        GstCalls.bufferFill(buffer, 0, bytes, bytes.length);
        buffer.setLong(GstCalls.BUFFER_DTS, dtsNs < 0 ? CLOCK_TIME_NONE : dtsNs);
        buffer.setLong(GstCalls.BUFFER_PTS, ptsNs < 0 ? CLOCK_TIME_NONE : ptsNs);
        if (unit.damaged()) {
            buffer.setInt(GstCalls.BUFFER_FLAGS, buffer.getInt(GstCalls.BUFFER_FLAGS) | GstCalls.FLAG_DISCONT);
        }
        GstCalls.appSrcPushBuffer(into, buffer);
    }

    /**
     * Waits for room; the pipeline is asked only when there may be none. One that has nothing left waits itself, whatever
     * the time stamps say. Returns whether it works still.
     */
    private boolean hasRoom(int bytes, long dtsNs) throws InterruptedException {
        while (mayBeQueuedBytes > mostQueuedBytes || isAhead(dtsNs)) {
            mayBeQueuedBytes = GstCalls.appSrcGetCurrentLevelBytes(into);
            if (mayBeQueuedBytes == 0 || (mayBeQueuedBytes <= mostQueuedBytes && !isAhead(dtsNs))) {
                break;
            }
            if (failure.get() != null) {
                return false;
            }
            Thread.sleep(WAIT_MS);
        }
        mayBeQueuedBytes += bytes;
        return true;
    }

    /**
     * Whether too much waits. Before anything came out, that counts from what went in first: a decoder that is slow to
     * start must not let the other tracks run away from its own.
     */
    private boolean isAhead(long dtsNs) {
        long reachedNs = puller.reachedNs();
        if (reachedNs >= 0) {
            return dtsNs - reachedNs > MOST_AHEAD_NS;
        }
        if (firstNs < 0) {
            firstNs = dtsNs;
        }
        return firstNs >= 0 && dtsNs - firstNs > MOST_AHEAD_NS;
    }

    /** Decodes what is left and takes everything apart. Returns whether all came out. */
    boolean finish() throws InterruptedException {
        source.endOfStream();
        boolean whole = true;
        long taken = puller.taken();
        for (long waitedMs = 0; whole && !thread.ended(50); waitedMs += 50) {
            whole = failure.get() == null && waitedMs < PATIENCE_MS;
            waitedMs = puller.taken() == taken ? waitedMs : 0;
            taken = puller.taken();
        }
        close();
        return whole;
    }

    /** Takes everything apart at once. */
    void close() throws InterruptedException {
        pipeline.stop();
        bus.disconnect(onError);
        thread.ended(PATIENCE_MS);
        source.dispose();
        sink.dispose();
        bus.dispose();
        pipeline.dispose();
    }
}

package io.bandwatch.ingest.gst.decode;

import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.ReportWriter;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.Pad;
import org.freedesktop.gstreamer.Pipeline;
import org.freedesktop.gstreamer.elements.AppSink;
import org.freedesktop.gstreamer.elements.DecodeBin;
import org.jspecify.annotations.Nullable;

/** Decodes every track of a media file that GStreamer opens; {@code decodebin} finds out what is in it. */
final class FileDecoding {
    private static final long STEP_MS = 100;

    private final Order order;
    private final ReportWriter report;
    private final ConcealmentLog log;
    private final Pipeline pipeline = new Pipeline("file");
    private final DecodeBin decoders = new DecodeBin("decoders");
    private final AtomicInteger numbered = new AtomicInteger();
    private final List<Branch> branches = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final CountDownLatch allKnown = new CountDownLatch(1);
    private final Element.PAD_ADDED onPad = (element, pad) -> branch(pad);
    private final DecodeBin.UNKNOWN_TYPE onUnknown = (bin, pad, caps) -> unknown(caps);
    private final Element.NO_MORE_PADS onAllKnown = element -> allKnown.countDown();
    private final Bin.ELEMENT_ADDED onElement;
    private final Bus.ERROR onError = (element, code, message) -> fail(element.getName() + ": " + message);
    private final Bus bus = pipeline.getBus();

    /** The end of a track. */
    private record Branch(AppSink sink, SinkThread thread) {}

    FileDecoding(Order order, ReportWriter report, ConcealmentLog log) {
        this.order = order;
        this.report = report;
        this.log = log;
        this.onElement = (bin, element) -> {
            if (element.listPropertyNames().contains("max-threads")) {
                element.set("max-threads", order.threads());
            }
        };
    }

    void run() throws IOException, InterruptedException {
        Element source = org.freedesktop.gstreamer.ElementFactory.make("filesrc", "source");
        source.set("location", order.file());
        pipeline.addMany(source, decoders);
        source.link(decoders);
        decoders.connect(onPad);
        decoders.connect(onUnknown);
        decoders.connect(onAllKnown);
        decoders.connect(onElement);
        bus.connect(onError);
        pipeline.play();
        while (!allKnown.await(STEP_MS, TimeUnit.MILLISECONDS) && failure.get() == null) {}
        for (Branch branch : branches) {
            while (!branch.thread().ended(STEP_MS) && failure.get() == null) {}
        }
        String reason = failure.get();
        if (reason != null) {
            report.fault(new Fault(Fault.SERVICE, reason));
        } else if (branches.isEmpty()) {
            report.fault(new Fault(Fault.SERVICE, "neither pictures nor sound in it"));
        }
        pipeline.stop();
        for (Branch branch : branches) {
            branch.thread().ended(STEP_MS);
        }
    }

    private void fail(String reason) {
        failure.compareAndSet(null, reason);
        allKnown.countDown();
    }

    private void unknown(Caps caps) {
        String codec = caps.getStructure(0).getName();
        boolean picture = codec.startsWith("video/");
        if (picture || codec.startsWith("audio/")) {
            tell(picture ? TrackKind.PICTURE : TrackKind.SOUND, codec, "GStreamer has no decoder for " + codec);
        }
    }

    private int tell(TrackKind kind, String codec, String undecodable) {
        int number = numbered.getAndIncrement();
        try {
            report.track(new Track(number, kind, -1, codec, "", undecodable));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return number;
    }

    private void branch(Pad pad) {
        String media = pad.getCurrentCaps().getStructure(0).getName();
        boolean picture = media.startsWith("video/");
        if (!picture && !media.startsWith("audio/")) {
            return;
        }
        int number = tell(picture ? TrackKind.PICTURE : TrackKind.SOUND, media, "");
        Bin bin = Gst.parseBinFromDescription(
                picture
                        ? "videoconvert n-threads=1 dither=none ! " + PicturePuller.CAPS
                                + " ! appsink name=sink sync=false max-buffers=3"
                        : "audioconvert ! " + SoundPuller.CAPS + " ! appsink name=sink sync=false max-buffers=16",
                true);
        AppSink sink = (AppSink) Objects.requireNonNull(bin.getElementByName("sink"));
        Puller puller = picture
                ? new PicturePuller(number, order, ns -> ns, report, log, Collections.emptyNavigableMap())
                : new SoundPuller(number, ns -> ns, report, Collections.emptyNavigableSet());
        Branch branch = new Branch(sink, new SinkThread("track-" + number, sink, puller));
        branches.add(branch);
        pipeline.add(bin);
        bin.syncStateWithParent();
        pad.link(bin.getStaticPad("sink"));
        branch.thread().start();
    }
}

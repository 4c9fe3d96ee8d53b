package io.bandwatch.ingest.gst.decode;

import io.bandwatch.ingest.av.demux.ServiceDemux;
import io.bandwatch.ingest.av.demux.Unit;
import io.bandwatch.ingest.av.demux.UnitSink;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.OrderReader;
import io.bandwatch.ingest.av.wire.ReportWriter;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freedesktop.gstreamer.ElementFactory;

/** Decodes the tracks of one service of a transport stream. */
final class ServiceDecoding implements OrderReader.Listener {
    private final ReportWriter report;
    private final ConcealmentLog log;
    private final ServiceDemux demux;
    private final Map<Integer, TrackDecoder> decoders = new LinkedHashMap<>();
    private final Set<Integer> scrambled = new HashSet<>();
    private Map<TsComponent, Track> tracks = new LinkedHashMap<>();
    private final Order order;
    private int numbered;
    private long taken;

    ServiceDecoding(Order order, ReportWriter report, ConcealmentLog log) {
        this.order = order;
        this.report = report;
        this.log = log;
        this.demux = new ServiceDemux(order.programme(), new Tracks());
    }

    @Override
    public void bytes(byte[] bytes, int offset, int length) throws IOException {
        try {
            demux.accept(bytes, offset, length);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        taken += length;
        report.taken(taken);
    }

    /** Nothing follows. */
    void end() throws IOException {
        try {
            demux.end();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        for (TrackDecoder decoder : decoders.values()) {
            uninterrupted(decoder::end);
        }
        if (numbered == 0) {
            report.fault(new Fault(Fault.SERVICE, nothingFound()));
        }
    }

    private String nothingFound() {
        return order.programme() == 0
                ? "no PAT and PMT with pictures or sound in " + taken + " bytes"
                : "no PMT of programme " + order.programme() + " with pictures or sound in " + taken + " bytes";
    }

    private void components(List<TsComponent> components) throws IOException {
        Map<TsComponent, Track> before = tracks;
        tracks = new LinkedHashMap<>();
        for (TsComponent gone : before.keySet()) {
            TrackDecoder decoder = components.contains(gone) ? null : decoders.remove(gone.pid());
            if (decoder != null) {
                uninterrupted(decoder::finish);
            }
        }
        for (TsComponent component : components) {
            Track known = before.get(component);
            tracks.put(component, known == null ? begin(component) : known);
        }
    }

    private Track begin(TsComponent component) throws IOException {
        DecoderElements elements = DecoderElements.of(component.codec()).orElse(null);
        List<String> missing = elements == null ? List.of() : elements.missing(ServiceDecoding::present);
        String language = component.language();
        Track track = new Track(
                numbered++,
                component.role() == PidRole.VIDEO ? TrackKind.PICTURE : TrackKind.SOUND,
                component.pid(),
                component.codec().key(),
                language == null ? "" : language,
                reason(component, elements == null, missing));
        report.track(track);
        if (elements != null && missing.isEmpty()) {
            decoders.put(component.pid(), new TrackDecoder(track, component.codec(), order, report, log));
        }
        return track;
    }

    private static String reason(TsComponent component, boolean unknown, List<String> missing) {
        if (unknown) {
            return "no decoder for " + component.codec().key()
                    + " (stream_type 0x%02x)".formatted(component.streamType());
        }
        List<String> named = new ArrayList<>();
        missing.forEach(element -> named.add(element + " of " + DecoderElements.debianPackage(element)));
        return named.isEmpty() ? "" : "GStreamer lacks " + String.join(", ", named);
    }

    private static boolean present(String element) {
        ElementFactory factory = ElementFactory.find(element);
        return factory != null;
    }

    /** A thread that may be interrupted. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void uninterrupted(Step step) throws IOException {
        try {
            step.run();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private final class Tracks implements UnitSink {
        @Override
        public void components(List<TsComponent> components) {
            unchecked(() -> ServiceDecoding.this.components(components));
        }

        @Override
        public void unit(int pid, Unit unit) {
            TrackDecoder decoder = decoders.get(pid);
            if (decoder != null) {
                unchecked(() -> decoder.accept(unit));
            }
        }

        @Override
        public void scrambled(int pid) {
            Track track = tracks.values().stream()
                    .filter(candidate -> candidate.pid() == pid)
                    .findFirst()
                    .orElse(null);
            if (track != null && scrambled.add(track.number())) {
                unchecked(() -> report.fault(new Fault(track.number(), "scrambled")));
            }
        }

        private static void unchecked(Step step) {
            try {
                uninterrupted(step);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

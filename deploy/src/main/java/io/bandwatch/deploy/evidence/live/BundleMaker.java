package io.bandwatch.deploy.evidence.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.evidence.BandPicture;
import io.bandwatch.alerts.evidence.EvidenceBundle;
import io.bandwatch.alerts.evidence.EvidenceFolder;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.evidence.EvidenceLedger.Entry;
import io.bandwatch.alerts.evidence.EvidenceLedger.State;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.live.preroll.Clip;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.preroll.Room;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the bundle of one incident at a time out of the ring of its feed. Not thread-safe. */
final class BundleMaker {
    /** Pictures and words of a bundle, beside its samples. */
    private static final long BESIDE_BYTES = 8L << 20;

    /** Sound of a second: at most 50,000 samples of two channels. */
    private static final long SOUND_BYTES = 200_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvidenceConfig config;
    private final EvidenceFolder folder;
    private final EvidenceLedger ledger;
    private final Room room;

    /** @param room on the disk of the evidence */
    BundleMaker(EvidenceConfig config, EvidenceLedger ledger, Room room) {
        this.config = config;
        this.folder = new EvidenceFolder(config.bundles());
        this.ledger = ledger;
        this.room = room;
    }

    /**
     * Makes it, or says why there is none.
     *
     * @param receiver how the feed's samples were taken, or null where it brings a transport stream
     * @throws IOException if it cannot be written; nothing of it is left
     */
    Entry make(Wish wish, @Nullable ReceiverSettings receiver, Instant now) throws IOException {
        Instant from = wish.opened().minus(config.before());
        Instant to = wish.raised().plus(config.after());
        List<KeptLook> looks = looks(wish, receiver, from, to);
        long bytes = looks.stream().mapToLong(look -> look.head().bytes()).sum();
        Optional<String> refused =
                refused(looks, bytes + SOUND_BYTES * Duration.between(from, to).toSeconds());
        if (refused.isPresent()) {
            return missing(wish, now, refused.get());
        }
        EvidenceBundle bundle = folder.begin(wish.id());
        try {
            Path data = bundle.file(receiver == null ? "stream.ts" : "iq.sigmf-data");
            Optional<Clip> cut;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(data))) {
                cut = Clip.cut(looks, from, to, out);
            }
            if (cut.isEmpty()) {
                bundle.abandon();
                return missing(wish, now, "not-in-ring");
            }
            Map<String, String> lacking = new TreeMap<>();
            ObjectNode measurement = measurement(wish, cut.get());
            if (receiver == null) {
                lacking.put("audio.wav", "transport-stream");
                lacking.put("spectrum.png", "transport-stream");
                lacking.put("waterfall.png", "transport-stream");
            } else {
                band(bundle, wish, cut.get(), receiver, measurement, lacking);
            }
            write(bundle.file("measurement.json"), text(measurement));
            List<String> paths = bundle.finish(facts(wish, cut.get(), lacking));
            long kept = 0;
            for (String path : paths) {
                kept += Files.size(config.bundles().resolve(path));
            }
            return new Entry(wish.id(), State.KEPT, now, "", kept, paths);
        } catch (IOException | RuntimeException failure) {
            bundle.abandon();
            throw failure;
        }
    }

    private List<KeptLook> looks(Wish wish, @Nullable ReceiverSettings receiver, Instant from, Instant to)
            throws IOException {
        Path ring = config.preroll().ring(wish.feed());
        if (receiver == null) {
            return Clip.looks(ring, from, to).stream()
                    .filter(look -> look.head().source().isStream())
                    .toList();
        }
        return RingLooks.of(ring, receiver, wish.channelHz(), from, to);
    }

    private Optional<String> refused(List<KeptLook> looks, long bytes) throws IOException {
        if (looks.isEmpty()) {
            return Optional.of("not-in-ring");
        }
        if (ledger.keptBytes() + bytes + BESIDE_BYTES > config.mostBytes()) {
            return Optional.of("evidence-full");
        }
        Files.createDirectories(config.bundles());
        return room.has(bytes + BESIDE_BYTES) ? Optional.empty() : Optional.of("disk-full");
    }

    static Entry missing(Wish wish, Instant now, String reason) {
        return new Entry(wish.id(), State.MISSING, now, reason, 0, List.of());
    }

    private static void band(
            EvidenceBundle bundle,
            Wish wish,
            Clip clip,
            ReceiverSettings receiver,
            ObjectNode measurement,
            Map<String, String> lacking)
            throws IOException {
        Path data = bundle.file("iq.sigmf-data");
        write(bundle.file("iq.sigmf-meta"), SigmfText.of(clip, wish));
        BandSettings settings = receiver.band(clip.parts().get(0).centerHz());
        ClipMeasurement measured = ClipMeasurement.of(new ClipFrames(data, clip, settings), settings, wish.channelHz());
        measured.write(measurement);
        SpectrumSummary spectrum = measured.spectrum();
        if (spectrum == null) {
            lacking.put("spectrum.png", "too-short");
            lacking.put("waterfall.png", "too-short");
        } else {
            BandPicture picture = new BandPicture(spectrum, wish.channelHz(), wish.opened());
            Files.write(bundle.file("spectrum.png"), picture.spectrumPng());
            Files.write(bundle.file("waterfall.png"), picture.waterfallPng());
        }
        if (wish.channelHz() == 0) {
            lacking.put("audio.wav", "no-carrier");
        } else {
            double frequencyHz = measured.frequencyHz().orElse((double) wish.channelHz());
            Optional<byte[]> sound = ClipSound.wav(new ClipFrames(data, clip, settings), settings, frequencyHz);
            if (sound.isPresent()) {
                Files.write(bundle.file("audio.wav"), sound.get());
            } else {
                lacking.put("audio.wav", "too-short");
            }
        }
    }

    private static ObjectNode measurement(Wish wish, Clip clip) {
        ObjectNode json = JSON.createObjectNode();
        json.set("incident", wish.incident());
        ObjectNode cut = json.putObject("clip");
        cut.put("from", clip.from().toString());
        cut.put("to", clip.to().toString());
        cut.put(clip.source().isStream() ? "bytes" : "samples", clip.units());
        cut.put("onset", clip.at(wish.opened()));
        cut.put("gaps", clip.beginnings().size() - 1);
        return json;
    }

    private ObjectNode facts(Wish wish, Clip clip, Map<String, String> lacking) {
        ObjectNode facts = JSON.createObjectNode();
        facts.put("incident", wish.id());
        facts.put("kind", wish.incident().path("kind").asText());
        facts.put("feed", wish.feed());
        facts.put("opened", wish.opened().toString());
        facts.put("raised", wish.raised().toString());
        facts.put("from", clip.from().toString());
        facts.put("to", clip.to().toString());
        facts.put("software", version());
        ArrayNode missing = facts.putArray("missing");
        lacking.forEach((file, reason) -> missing.addObject().put("path", file).put("reason", reason));
        return facts;
    }

    private static String version() {
        String version = BundleMaker.class.getPackage().getImplementationVersion();
        return version == null ? "bandwatch (not packaged)" : "bandwatch " + version;
    }

    private static String text(ObjectNode json) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}

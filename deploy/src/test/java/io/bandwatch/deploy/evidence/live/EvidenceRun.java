package io.bandwatch.deploy.evidence.live;

import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import io.bandwatch.ingest.live.preroll.PrerollWriter;
import io.bandwatch.ingest.live.preroll.RawSource;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.preroll.Room;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of the service that makes evidence, with its journal, on a ring that holds eight seconds of a scene. */
final class EvidenceRun {
    static final Instant START = Instant.parse("2026-03-14T14:30:00Z");
    static final Instant ONSET = START.plusSeconds(3);
    static final Room PLENTY = bytes -> true;
    private static final int FRAME_BYTES = 4 * 480_000;

    final EvidenceLedger ledger;
    final LiveEvidence evidence;
    private final Path journal;
    private final EvidenceConfig config;
    private Instant now = START;
    private long passedNs;

    /** One with room for everything. */
    EvidenceRun(Path folder, Path rings) throws IOException {
        this(folder, 1L << 40, PLENTY, rings);
    }

    EvidenceRun(Path folder, long mostBytes, Room room, Path rings) throws IOException {
        this(folder.resolve("journal.jsonl"), config(folder, mostBytes), room, rings);
    }

    private EvidenceRun(Path journal, EvidenceConfig config, Room room, Path rings) throws IOException {
        this.journal = journal;
        this.config = config;
        link(config(rings, 1).preroll().ring("roof"), config.preroll().ring("roof"));
        ledger = new EvidenceLedger(config.bundles());
        ReceiverSettings receiver = new ReceiverSettings(
                SampleFormat.CS16, 2.4e6, HopPlan.staying(98_000_000), FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
        LiveFeedSpec feed = new LiveFeedSpec("roof", "file:/scene", receiver);
        evidence = new LiveEvidence(
                config, List.of(feed), new LiveBoard(journal), ledger, room, () -> now, () -> passedNs);
    }

    /** One whose evidence has a disk of its own. */
    static EvidenceRun on(Path disk, Path journal, Path rings) throws IOException {
        return new EvidenceRun(journal, config(disk.resolve("evidence"), 1L << 40), Room.on(disk, 0), rings);
    }

    private static EvidenceConfig config(Path folder, long mostBytes) {
        return new EvidenceConfig(
                folder,
                Duration.ofMillis(1250),
                Duration.ofMillis(1500),
                Duration.ofMinutes(1),
                1L << 40,
                Duration.ofDays(7),
                mostBytes,
                0);
    }

    /** Fills a ring. @return the samples of the scene */
    static byte[] fill(Path rings) throws Exception {
        byte[] samples =
                Files.readAllBytes(BundledScenes.of("off-raster").recordings().get(0));
        RawSource source = new RawSource("cs16", 4, 2.4e6);
        PrerollSettings settings = config(rings, 1L << 40).preroll();
        Path ring = settings.ring("roof");
        try (PrerollWriter writer = new PrerollWriter("roof", source, settings)) {
            RawTap tap = writer.tap();
            for (int frame = 0; frame < 40; frame++) {
                tap.add(samples, frame * FRAME_BYTES, FRAME_BYTES);
                long fromNs = frame * 200_000_000L;
                tap.frame(98_000_000, fromNs, fromNs + 200_000_000L);
                tap.look(START.plusNanos(fromNs + 200_000_000L), fromNs + 200_000_000L);
                // the writer leaves out what comes faster than the disk takes it
                while (!Files.exists(ring.resolve(String.format(Locale.ROOT, "%018d.look", frame)))) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
        }
        return samples;
    }

    private static void link(Path ring, Path into) throws IOException {
        Files.createDirectories(into);
        try (Stream<Path> looks = Files.list(ring)) {
            for (Path look : looks.toList()) {
                Path linked = into.resolve(look.getFileName());
                if (!Files.exists(linked)) {
                    place(look, linked);
                }
            }
        }
    }

    private static void place(Path look, Path linked) throws IOException {
        try {
            Files.createLink(linked, look);
        } catch (FileSystemException otherDisk) {
            Files.copy(look, linked);
        }
    }

    void incident(String id, long channelHz, Instant opened) throws IOException {
        String line = String.format(
                Locale.ROOT,
                """
                {"type":"incident","id":"%s","kind":"unlicensed-carrier","subject":{"feed":"roof","channel_hz":%d},\
                "severity":"warning","state":"open","opened":"%s","raised":"%s","presences":[]}
                """,
                id,
                channelHz,
                opened,
                opened.plusSeconds(1));
        Files.writeString(journal, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void heard(Instant from, double durationS, double unheardS) throws IOException {
        String line = String.format(
                Locale.ROOT,
                """
                {"type":"receiver","interval":true,"feed":"roof","time":"%s","duration_s":%s,"unheard_s":%s}
                """,
                from,
                durationS,
                unheardS);
        Files.writeString(journal, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Time goes on until then. */
    void tick(Instant at) {
        passedNs += Duration.between(now, at).toNanos();
        step(at);
    }

    /** The clock of the day is set. */
    void step(Instant to) {
        now = to;
        evidence.tick();
    }

    Path bundle(String id) {
        return config.bundles().resolve(id);
    }
}

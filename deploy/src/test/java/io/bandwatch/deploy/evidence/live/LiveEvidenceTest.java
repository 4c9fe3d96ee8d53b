package io.bandwatch.deploy.evidence.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.evidence.EvidenceLedger.State;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.inspect.facts.IqFacts;
import io.bandwatch.ingest.inspect.facts.SigmfMeta;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of incidents on a receiver whose ring holds eight seconds of a scene. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveEvidenceTest {
    private static final Instant START = Instant.parse("2026-03-14T14:30:00Z");
    private static final Instant ONSET = START.plusSeconds(3);
    private static final int FRAME_BYTES = 4 * 480_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private Path rings;
    private byte[] samples;

    @BeforeAll
    void fillTheRing(@TempDir Path scratch) throws Exception {
        samples = Files.readAllBytes(BundledScenes.of("off-raster").recordings().get(0));
        rings = scratch.resolve("kept");
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
    }

    @Test
    void cutsTheSamplesOfTheIncidentToTheSampleAndMeasuresThem(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 1L << 40, bytes -> true, rings);
        run.incident("one", 98_000_000, ONSET);
        run.tick(ONSET.plusSeconds(5));

        EvidenceLedger.Entry kept = run.ledger.of("one").orElseThrow();
        assertThat(kept.state()).isEqualTo(State.KEPT);
        assertThat(kept.paths())
                .containsExactly(
                        "one/audio.wav",
                        "one/iq.sigmf-data",
                        "one/iq.sigmf-meta",
                        "one/measurement.json",
                        "one/spectrum.png",
                        "one/waterfall.png",
                        "one/manifest.json");
        assertThat(BundleCheck.problems(run.bundle("one"))).isEmpty();
        byte[] clip = Files.readAllBytes(run.bundle("one").resolve("iq.sigmf-data"));
        // from 1.25 s before the onset to 1.5 s after the report, which came 1 s after it
        int first = 4 * (int) (1.75 * 2.4e6);
        assertThat(Arrays.equals(clip, Arrays.copyOfRange(samples, first, 4 * (int) (5.5 * 2.4e6))))
                .isTrue();
        JsonNode measured =
                JSON.readTree(run.bundle("one").resolve("measurement.json").toFile());
        assertThat(measured.at("/clip/onset").asLong()).isEqualTo((long) (1.25 * 2.4e6));
        assertThat(measured.at("/clip/gaps").asInt()).isZero();
        assertThat(measured.at("/carrier/frequency_hz").asDouble())
                .as("the transmitter is 45 kHz off its channel, and drifts by 15 Hz/s")
                .isCloseTo(98_045_050, within(200.0));
        assertThat(measured.at("/carrier/snr_db").asDouble()).isCloseTo(20, within(1.5));
        assertThat(measured.path("looks"))
                .as("eighteen whole looks, and a piece at each end")
                .hasSize(20);
        String meta = Files.readString(run.bundle("one").resolve("iq.sigmf-meta"));
        IqFacts facts = SigmfMeta.read(meta, 0, clip.length);
        assertThat(facts.format()).isEqualTo(SampleFormat.CS16);
        assertThat(facts.rateHz()).isEqualTo(2.4e6);
        assertThat(facts.centerHz()).isEqualTo(98e6);
        assertThat(facts.start()).isEqualTo(START.plusMillis(1750));
    }

    @Test
    void aClipWhoseEndHasNotComeIsWaitedForAWhile(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 1L << 40, bytes -> true, rings);
        // it is to end 2.5 s after its onset, and the ring ends 8 s after the start
        Instant onset = START.plusMillis(6500);
        run.incident("one", 98_000_000, onset);
        run.tick(onset.plusSeconds(2));
        run.tick(onset.plusSeconds(9));
        assertThat(run.ledger.of("one")).as("its end has not come").isEmpty();
        run.tick(onset.plusSeconds(10));
        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.KEPT);
    }

    /** Looks go on from the time before the step. By the clock the end of the clip would be two minutes away, and long gone from the ring then. */
    @Test
    void aClockThatWasSetBackDoesNotDelayTheClip(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 1L << 40, bytes -> true, rings);
        run.incident("one", 98_000_000, ONSET);
        run.tick(ONSET.minusSeconds(120));
        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.KEPT);
    }

    /** By the clock the clip would have been due before its end was received. */
    @Test
    void aClockThatWasSetAheadDoesNotCutTheClipShort(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 1L << 40, bytes -> true, rings);
        Instant onset = START.plusMillis(6500);
        run.incident("one", 98_000_000, onset);
        run.tick(onset.plusSeconds(120));
        assertThat(run.ledger.of("one")).isEmpty();
    }

    @Test
    void theSoundIsThatOfTheCarrierAndOfNoOther(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 1L << 40, bytes -> true, rings);
        run.incident("music", 98_000_000, ONSET);
        run.incident("bare", 98_400_000, ONSET);
        run.tick(ONSET.plusSeconds(5));

        short[] music = BundleSound.of(run.bundle("music"));
        short[] bare = BundleSound.of(run.bundle("bare"));
        assertThat(music.length / 2.0 / 37_500).as("s").isCloseTo(3.75, within(0.15));
        assertThat(BundleSound.rms(music))
                .as("an unmodulated carrier is silent but for its noise")
                .isGreaterThan(5 * BundleSound.rms(bare));
    }

    @Test
    void aFullDiskIsToldAndTheNextIncidentHasItsEvidenceAgain(@TempDir Path folder) throws Exception {
        boolean[] room = {false};
        Run run = new Run(folder, 1L << 40, bytes -> room[0], rings);
        run.incident("one", 98_000_000, ONSET);
        run.tick(ONSET.plusSeconds(5));

        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.MISSING);
        assertThat(run.ledger.of("one").orElseThrow().reason()).isEqualTo("disk-full");
        assertThat(run.evidence.problem())
                .hasValueSatisfying(text -> assertThat(text).contains("disk-full"));
        assertThat(run.bundle("one")).doesNotExist();

        room[0] = true;
        run.incident("two", 98_400_000, ONSET);
        run.tick(ONSET.plusSeconds(6));
        assertThat(run.ledger.of("two").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(run.evidence.problem()).isEmpty();
    }

    @Test
    void evidenceNeverGivesWayToEvidence(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 80L << 20, bytes -> true, rings);
        run.incident("one", 98_000_000, ONSET);
        run.tick(ONSET.plusSeconds(5));
        run.incident("two", 98_400_000, ONSET);
        run.tick(ONSET.plusSeconds(6));

        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(run.ledger.of("two").orElseThrow().reason()).isEqualTo("evidence-full");
        assertThat(BundleCheck.problems(run.bundle("one"))).isEmpty();

        run.tick(ONSET.plus(Duration.ofDays(9)));
        assertThat(run.ledger.of("one").orElseThrow().state())
                .as("after its time")
                .isEqualTo(State.EXPIRED);
        assertThat(run.bundle("one")).doesNotExist();
    }

    @Test
    void aRunThatWasKilledIsMadeUpForByTheNextAndNothingIsMadeTwice(@TempDir Path folder) throws Exception {
        Run before = new Run(folder, 1L << 40, bytes -> true, rings);
        before.incident("one", 98_000_000, ONSET);
        before.tick(ONSET.plusSeconds(5));
        before.incident("two", 98_400_000, ONSET);

        Run after = new Run(folder, 1L << 40, bytes -> true, rings);
        after.tick(ONSET.plusSeconds(7));

        assertThat(after.ledger.of("two").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(after.ledger.of("one").orElseThrow().at()).isEqualTo(ONSET.plusSeconds(5));
    }

    @Test
    void whatTheRingDoesNotHoldAnyMoreIsToldAsMissing(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 1L << 40, bytes -> true, rings);
        run.incident("late", 98_000_000, START.minusSeconds(60));
        run.tick(ONSET);

        assertThat(run.ledger.of("late").orElseThrow().reason()).isEqualTo("not-in-ring");
        assertThat(run.evidence.problem())
                .as("which is no fault of the service")
                .isEmpty();
    }

    @Test
    void aReceiverThatIsDeadIsNoFaultOfTheDisk(@TempDir Path folder) throws Exception {
        Run run = new Run(folder, 1L << 40, bytes -> true, rings);
        Instant hourLater = START.plus(Duration.ofHours(1));
        run.heard(hourLater, 6.000002534, 5.99994652);
        assertThat(run.evidence.problem()).as("no look was heard").isEmpty();
        run.heard(START, 60, 51);
        assertThat(run.evidence.problem())
                .as("it died after nine seconds, of which eight are in the ring")
                .isEmpty();

        run.heard(hourLater, 6.000002534, 0.2);
        assertThat(run.evidence.problem())
                .hasValueSatisfying(text -> assertThat(text).contains("the samples of roof are not kept"));
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

    /** A run of the service that makes evidence, with its journal, on the ring of the scene. */
    private static final class Run {
        private final Path journal;
        private final EvidenceConfig config;
        private final EvidenceLedger ledger;
        private final LiveEvidence evidence;
        private Instant now = START;

        Run(Path folder, long mostBytes, Room room, Path rings) throws IOException {
            journal = folder.resolve("journal.jsonl");
            config = config(folder, mostBytes);
            link(config(rings, 1).preroll().ring("roof"), config.preroll().ring("roof"));
            ledger = new EvidenceLedger(config.bundles());
            ReceiverSettings receiver = new ReceiverSettings(
                    SampleFormat.CS16, 2.4e6, HopPlan.staying(98_000_000), FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
            LiveFeedSpec feed = new LiveFeedSpec("roof", "file:/scene", receiver);
            evidence = new LiveEvidence(config, List.of(feed), new LiveBoard(journal), ledger, room, () -> now);
        }

        private static void link(Path ring, Path into) throws IOException {
            Files.createDirectories(into);
            try (Stream<Path> looks = Files.list(ring)) {
                for (Path look : looks.toList()) {
                    Path linked = into.resolve(look.getFileName());
                    if (!Files.exists(linked)) {
                        Files.createLink(linked, look);
                    }
                }
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

        void tick(Instant at) {
            now = at;
            evidence.tick();
        }

        Path bundle(String id) {
            return config.bundles().resolve(id);
        }
    }
}

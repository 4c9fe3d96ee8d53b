package io.bandwatch.deploy.evidence.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.evidence.RecentCarriers;
import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.PrerollWriter;
import io.bandwatch.ingest.live.preroll.RawSource;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bundles of feeds that are not one receiver at one frequency. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleMakerTest {
    private static final Instant START = Instant.parse("2026-03-14T14:30:00Z");
    private static final Instant ONSET = START.plusSeconds(3);
    private static final int FRAME_BYTES = 4 * 480_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private byte[] samples;

    @BeforeAll
    void render() throws Exception {
        samples = Files.readAllBytes(BundledScenes.of("off-raster").recordings().get(0));
    }

    @Test
    void ofAReceiverThatGoesFromPlaceToPlaceTheVisitsToTheChannelAreKept(@TempDir Path folder) throws Exception {
        EvidenceConfig config = config(folder);
        writeVisits(config);
        ReceiverSettings receiver = sweeper();

        EvidenceLedger.Entry kept = new BundleMaker(config, new EvidenceLedger(config.bundles()), bytes -> true)
                .make(wish("sweeper", 98_000_000), receiver, ONSET);

        assertThat(kept.paths()).contains("one/iq.sigmf-data", "one/waterfall.png", "one/audio.wav");
        Path bundle = config.bundles().resolve("one");
        JsonNode manifest = JSON.readTree(bundle.resolve("manifest.json").toFile());
        assertThat(manifest.path("missing")).isEmpty();
        assertEachVisitIsHeardWhereItWas(BundleSound.of(bundle), BundleSound.perSecond(bundle) / 10);
        JsonNode meta = JSON.readTree(bundle.resolve("iq.sigmf-meta").toFile());
        assertThat(meta.path("captures")).hasSize(4).allSatisfy(capture -> assertThat(
                        capture.path("core:frequency").asLong())
                .isEqualTo(98_000_000));
        assertThat(meta.at("/captures/3/core:datetime").asText())
                .isEqualTo(START.plusMillis(1800).toString());
        JsonNode measured = JSON.readTree(bundle.resolve("measurement.json").toFile());
        assertThat(measured.at("/carrier/frequency_hz").asDouble()).isCloseTo(98_045_000, within(200.0));
    }

    @Test
    void whatAReceiverThatGoesFromPlaceToPlaceVisitsCanBeHeardNow(@TempDir Path folder) throws Exception {
        EvidenceConfig config = config(folder);
        writeVisits(config);
        RingCarriers carriers =
                new RingCarriers(config, List.of(new LiveFeedSpec("sweeper", "rtl_tcp://127.0.0.1:1234", sweeper())));

        byte[] last = carriers.wav("sweeper", 98.045e6, Duration.ofSeconds(30)).orElseThrow();
        Path wav = Files.write(folder.resolve("audio.wav"), last);
        assertEachVisitIsHeardWhereItWas(BundleSound.of(folder), BundleSound.perSecond(folder) / 10);

        RecentCarriers.LiveSound now = carriers.live("sweeper", 98.045e6).orElseThrow();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        for (int look = 0; look < 5; look++) {
            heard.writeBytes(now.next());
        }
        assertThat(now.next()).isEmpty();
        Files.write(wav, heard.toByteArray());
        // from the end of a visit elsewhere, the first of five, to that of the last one elsewhere
        assertThat(BundleSound.of(folder).length / (double) BundleSound.perSecond(folder))
                .isCloseTo(2.3 - 1.1, within(0.002));
        assertThat(carriers.wav("sweeper", 103e6, Duration.ofSeconds(30))).isEmpty();
    }

    /** Who is told nothing for ten seconds has gone, to the page; a round may take longer. */
    @Test
    void beforeItsFirstVisitACarrierIsSilentAndNotGone(@TempDir Path folder) throws Exception {
        EvidenceConfig config = config(folder);
        RingCarriers carriers =
                new RingCarriers(config, List.of(new LiveFeedSpec("sweeper", "rtl_tcp://127.0.0.1:1234", sweeper())));
        RawSource source = new RawSource("cs16", 4, 2.4e6);
        try (PrerollWriter writer = new PrerollWriter("sweeper", source, config.preroll())) {
            RawTap tap = writer.tap();
            for (int visit = 0; visit < 3; visit++) {
                tap.breakOff();
                tap.add(samples, visit * FRAME_BYTES, FRAME_BYTES);
                long fromNs = visit * 300_000_000L;
                tap.frame(100_050_000, fromNs, fromNs + 200_000_000L);
                tap.look(START.plusNanos(fromNs + 200_000_000L), fromNs + 200_000_000L);
            }
        }

        RecentCarriers.LiveSound now = carriers.live("sweeper", 98.045e6).orElseThrow();

        // the header, and then 300 ms between visits
        assertThat(now.next()).hasSize(44);
        int length = now.next().length;
        assertThat(now.next()).hasSize(length);
        Files.write(
                folder.resolve("audio.wav"),
                carriers.live("sweeper", 98.045e6).orElseThrow().next());
        assertThat(length / Short.BYTES).isEqualTo(3 * BundleSound.perSecond(folder) / 10);
    }

    private void writeVisits(EvidenceConfig config) throws IOException {
        RawSource source = new RawSource("cs16", 4, 2.4e6);
        try (PrerollWriter writer = new PrerollWriter("sweeper", source, config.preroll())) {
            RawTap tap = writer.tap();
            for (int visit = 0; visit < 8; visit++) {
                tap.breakOff();
                tap.add(samples, visit * FRAME_BYTES, FRAME_BYTES);
                long fromNs = visit * 300_000_000L;
                tap.frame(visit % 2 == 0 ? 98_000_000 : 100_050_000, fromNs, fromNs + 200_000_000L);
                tap.look(START.plusNanos(fromNs + 200_000_000L), fromNs + 200_000_000L);
            }
        }
    }

    /** One that goes between two places. */
    private static ReceiverSettings sweeper() {
        return new ReceiverSettings(
                SampleFormat.CS16,
                2.4e6,
                new HopPlan(List.of(98_000_000L, 100_050_000L), Duration.ofMillis(200), Duration.ofMillis(100)),
                FrontEnd.USUAL,
                BandSettings.DE_EMPHASIS_S);
    }

    /** Visits of 200 ms each 600 ms, and silence between them. */
    private static void assertEachVisitIsHeardWhereItWas(short[] sound, int perTenth) {
        // the first 18 ms of each visit are not heard, while filters begin
        assertThat(sound.length / (double) perTenth).isCloseTo(20 - 0.18, within(0.02));
        for (int tenth = 0; tenth < 20; tenth++) {
            int end = sound.length - (19 - tenth) * perTenth;
            double rms = BundleSound.rms(Arrays.copyOfRange(sound, end - perTenth * 3 / 4, end));
            assertThat(rms > 100).as("sound in tenth " + tenth + ": " + rms).isEqualTo(tenth % 6 < 2);
        }
    }

    @Test
    void ofATransportStreamThePacketsAreKept(@TempDir Path folder) throws Exception {
        EvidenceConfig config = config(folder);
        byte[] packets = Arrays.copyOf(samples, 188 * 3000);
        try (PrerollWriter writer = new PrerollWriter("mux", RawSource.stream(), config.preroll())) {
            RawTap tap = writer.tap();
            for (int look = 0; look < 3; look++) {
                tap.add(packets, look * 188_000, 188_000);
                tap.frame(0, look * 1_000_000_000L, (look + 1) * 1_000_000_000L);
                tap.look(START.plusSeconds(look + 1), (look + 1) * 1_000_000_000L);
            }
        }

        EvidenceLedger.Entry kept = new BundleMaker(config, new EvidenceLedger(config.bundles()), bytes -> true)
                .make(wish("mux", 0), null, ONSET);

        assertThat(kept.paths()).containsExactly("one/measurement.json", "one/stream.ts", "one/manifest.json");
        assertThat(Files.readAllBytes(config.bundles().resolve("one/stream.ts")))
                .isEqualTo(packets);
        assertThat(BundleCheck.problems(config.bundles().resolve("one"))).isEmpty();
    }

    private static Wish wish(String feed, long channelHz) {
        Instant opened = START.plusSeconds(1);
        return new Wish("one", feed, channelHz, opened, opened.plusSeconds(1), JSON.createObjectNode());
    }

    private static EvidenceConfig config(Path folder) {
        return new EvidenceConfig(
                folder,
                Duration.ofMillis(1250),
                Duration.ofMillis(1500),
                Duration.ofMinutes(1),
                1L << 40,
                Duration.ofDays(7),
                1L << 40,
                0);
    }
}

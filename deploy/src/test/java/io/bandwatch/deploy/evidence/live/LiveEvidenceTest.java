package io.bandwatch.deploy.evidence.live;

import static io.bandwatch.deploy.evidence.live.EvidenceRun.ONSET;
import static io.bandwatch.deploy.evidence.live.EvidenceRun.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.evidence.EvidenceLedger.State;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.inspect.facts.IqFacts;
import io.bandwatch.ingest.inspect.facts.SigmfMeta;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of incidents on a receiver whose ring holds eight seconds of a scene. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveEvidenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private Path rings;
    private byte[] samples;

    @BeforeAll
    void fillTheRing(@TempDir Path scratch) throws Exception {
        rings = scratch.resolve("kept");
        samples = EvidenceRun.fill(rings);
    }

    @Test
    void cutsTheSamplesOfTheIncidentToTheSampleAndMeasuresThem(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
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
    void theSoundIsThatOfTheCarrierAndOfNoOther(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
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
    void whatTheRingDoesNotHoldAnyMoreIsToldAsMissing(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
        run.incident("late", 98_000_000, START.minusSeconds(60));
        run.tick(ONSET);

        assertThat(run.ledger.of("late").orElseThrow().reason()).isEqualTo("not-in-ring");
        assertThat(run.evidence.problem())
                .as("which is no fault of the service")
                .isEmpty();
    }

    @Test
    void aReceiverThatIsDeadIsNoFaultOfTheDisk(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
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
}

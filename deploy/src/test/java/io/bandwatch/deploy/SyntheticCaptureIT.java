package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four-second capture with five known carriers, two of them off the raster and not in the register. */
class SyntheticCaptureIT {
    /** What the acceptance of carriers allows: a deviation meter's resolution, and a level meter's. */
    private static final double FREQUENCY_HZ = 500;

    private static final double CN_DB = 1.5;

    @TempDir
    Path folder;

    @Test
    void findsTheFiveCarriersOfTheTruthAndNoOther() throws IOException {
        Replay replay = replay();
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        List<JsonNode> carriers = replay.records("carrier");
        List<JsonNode> stations = stations();
        assertThat(carriers).hasSameSizeAs(stations);
        for (int i = 0; i < stations.size(); i++) {
            JsonNode truth = stations.get(i);
            JsonNode found = carriers.get(i);
            assertThat(found.path("frequency_hz").asDouble())
                    .isCloseTo(truth.path("frequency_hz").asDouble(), within(FREQUENCY_HZ));
            assertThat(found.path("snr_db").asDouble())
                    .as("C/N at %s", truth.path("frequency_hz"))
                    .isCloseTo(truth.path("cn_db_in_200kHz").asDouble(), within(CN_DB));
            assertThat(found.path("verdict").asText())
                    .isEqualTo(truth.path("licensed").asBoolean() ? "licensed" : "unlicensed");
        }
    }

    @Test
    void hearsWhatEachStationSaysOfItself() throws IOException {
        List<JsonNode> carriers = replay().records("carrier");
        List<JsonNode> stations = stations();
        for (int i = 0; i < stations.size(); i++) {
            JsonNode truth = stations.get(i);
            JsonNode found = carriers.get(i);
            String at = truth.path("frequency_hz").asText();
            assertThat(found.path("pi")).as("PI at " + at).isEqualTo(truth.path("pi_hex"));
            assertThat(found.path("ps")).as("PS at " + at).isEqualTo(truth.path("ps"));
            assertThat(found.path("radiotext")).as("text at " + at).isEqualTo(truth.path("rt"));
            assertThat(found.path("pty")).as("PTY at " + at).isEqualTo(truth.path("pty"));
            assertThat(found.path("pilot").asBoolean())
                    .as("pilot at " + at)
                    .isEqualTo(!truth.path("kind").asText().equals("mono"));
            assertThat(found.has("rds_block_error_rate")).isEqualTo(truth.has("pi"));
        }
    }

    @Test
    void tellsTheHistogramThatPeakDeviationIsOf() throws IOException {
        List<JsonNode> clear = replay().records("carrier").stream()
                .filter(carrier -> carrier.has("peak_deviation_hz"))
                .toList();
        assertThat(clear).isNotEmpty();
        for (JsonNode carrier : clear) {
            // 4 s of recording, less what a receiver needs to settle
            assertThat(carrier.path("deviation_window_s").asDouble()).isBetween(3.5, 4.0);
            JsonNode histogram = carrier.path("deviation_histogram");
            double stepHz = histogram.path("step_hz").asDouble();
            long all = 0;
            long beyond = 0;
            for (int i = 0; i < histogram.path("samples").size(); i++) {
                long samples = histogram.path("samples").get(i).asLong();
                double offsetHz = histogram.path("from_hz").asDouble() + i * stepHz;
                all += samples;
                beyond += Math.abs(offsetHz) > carrier.path("peak_deviation_hz").asDouble() + stepHz ? samples : 0;
            }
            // at most one sample in ten thousand lies beyond the peak; a step more than that is told
            assertThat(beyond).isLessThanOrEqualTo(all / 10_000);
        }
    }

    @Test
    void hearsSilenceOnTheSilentStationAlone() throws IOException {
        List<JsonNode> carriers = replay().records("carrier");
        List<JsonNode> stations = stations();
        for (int i = 0; i < stations.size(); i++) {
            double share = carriers.get(i).path("silence_share").asDouble();
            if (stations.get(i).path("kind").asText().equals("silence")) {
                assertThat(share).isGreaterThanOrEqualTo(0.95);
            } else {
                assertThat(share).isLessThanOrEqualTo(0.2);
            }
        }
    }

    @Test
    void tellsHowLongTheLateCarrierWasOnAir() throws IOException {
        JsonNode late = replay().records("carrier").get(2);
        // on air from 1.5 s of 4 s; a look lasts 0.2 s
        assertThat(late.path("presence").asDouble()).isCloseTo(0.625, within(0.05));
    }

    @Test
    void opensOneIncidentForEachUnlicensedCarrier() throws IOException {
        List<JsonNode> incidents = replay().records("incident");
        assertThat(incidents)
                .extracting(incident -> incident.path("kind").asText())
                .containsOnly("unlicensed-carrier");
        assertThat(incidents)
                .extracting(
                        incident -> incident.path("subject").path("channel_hz").asLong())
                .containsExactly(97_800_000L, 98_200_000L);
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        assertThat(replay().out()).isEqualTo(replay().out());
    }

    @Test
    void withoutARegisterNothingIsLicensedOrUnlicensed() {
        Replay replay = Replay.of("replay", "--format", "jsonl", capture().toString());
        assertThat(replay.records("carrier"))
                .hasSize(5)
                .extracting(carrier -> carrier.path("verdict").asText())
                .containsOnly("undetermined");
        assertThat(replay.records("incident")).isEmpty();
        assertThat(replay.records("summary").get(0).has("register")).isFalse();
    }

    private Replay replay() throws IOException {
        Path register = Files.writeString(
                folder.resolve("register.csv"),
                """
                id,name,frequency_mhz,class
                A,City,97.1,broadcast
                B,Jazz,98.6,broadcast
                C,Quiet,99.0,broadcast
                """);
        return Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--licences",
                register.toString(),
                capture().toString());
    }

    private static Path capture() {
        return Captures.file("rf/synthetic-fm-98.0MHz-2.4MSps-4s.cu8");
    }

    private static List<JsonNode> stations() throws IOException {
        Path truth = Captures.file("rf/synthetic-fm-98.0MHz-2.4MSps-4s.cu8.truth.json");
        List<JsonNode> stations = new ArrayList<>();
        new ObjectMapper().readTree(truth.toFile()).path("stations").forEach(stations::add);
        stations.sort(Comparator.comparingDouble(
                station -> station.path("frequency_hz").asDouble()));
        return stations;
    }
}

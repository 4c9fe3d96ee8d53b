package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stations with one fault each, from their samples to the incident and its time. */
class StationFaultsIT {
    private static final String SCENE =
            """
            name: faults
            seed: 5
            centre: 98.0 MHz
            rate: 2.4 MS/s
            duration: 16 s
            format: cs16
            container: raw
            noise: {level: -55 dBFS}
            carriers:
              - id: LOUD
                frequency: 97.1 MHz
                cn: 36 dB
                class: broadcast
                stereo: true
                deviation: 120 kHz
                programme: {tone: {frequency: 400 Hz, level: -1 dBFS}}
              - id: OFF
                frequency: 97.5 MHz
                cn: 30 dB
                class: broadcast
                error: 5 kHz
                programme: {music: {seed: 3, style: pop}}
                register: {power: 1000 W}
              - id: BARE
                frequency: 98.2 MHz
                cn: 30 dB
                class: broadcast
                stereo: true
                programme: {music: {seed: 4, style: pop}}
                changes: [{at: 6 s, unmodulated: true}]
              - id: CLONE
                frequency: 98.6 MHz
                cn: 34 dB
                class: broadcast
                stereo: true
                rds: {pi: "C202", ps: "STOLEN"}
                programme: {music: {seed: 6, style: pop}}
                register: {pi: "C299"}
              - id: CDR
                frequency: 99.0 MHz
                cn: 20 dB
                class: cdr
                programme: {digital: {seed: 9}}
            """;

    @TempDir
    Path folder;

    @Test
    void eachFaultIsOneIncidentOnItsStationAndInItsTime() throws IOException {
        Path file = Files.writeString(folder.resolve("faults.yaml"), SCENE);
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("scene"), ProgressListener.SILENT);
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--licences",
                scene.licences().toString(),
                scene.recordings().get(0).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertIncident(replay, "over-deviation", 97_100_000, 0, 5);
        assertIncident(replay, "frequency-offset", 97_500_000, 0, 5);
        assertIncident(replay, "unmodulated-carrier", 98_200_000, 6, 5);
        assertIncident(replay, "rds-mismatch", 98_600_000, 0, 4);
        List<JsonNode> carriers = replay.records("carrier");
        assertThat(carriers).hasSize(5);
        assertThat(carriers)
                .extracting(carrier -> carrier.path("modulation").asText())
                .containsExactly("wfm", "wfm", "unmodulated", "wfm", "ofdm");
        assertThat(carriers.get(4).path("verdict").asText()).isEqualTo("authorised");
    }

    /** Times to one second: what a window of seconds can tell. */
    private static void assertIncident(Replay replay, String kind, long channelHz, long openedS, long latencyS) {
        List<JsonNode> incidents = replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals(kind))
                .toList();
        assertThat(incidents).as(kind).hasSize(1);
        JsonNode incident = incidents.get(0);
        assertThat(incident.path("subject").path("channel_hz").asLong()).isEqualTo(channelHz);
        Instant opened = Instant.parse(incident.path("opened").asText());
        Instant raised = Instant.parse(incident.path("raised").asText());
        assertThat(Duration.between(Instant.EPOCH.plusSeconds(openedS), opened).abs())
                .as(kind + " opened")
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.between(opened, raised))
                .as(kind + " latency")
                .isLessThanOrEqualTo(Duration.ofSeconds(latencyS + 1));
    }
}

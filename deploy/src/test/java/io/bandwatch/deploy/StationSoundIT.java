package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** Faults of the sound, from a transmitter through the job to the incident. */
class StationSoundIT {
    private static final String FAULTS =
            """
            name: sound-faults
            seed: 21
            centre: 98.0 MHz
            rate: 1.2 MS/s
            duration: 100 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - id: SILENT
                frequency: 97.6 MHz
                cn: 30 dB
                class: broadcast
                stereo: true
                programme: {music: {seed: 1, style: pop}}
                changes:
                  - {at: 10 s, programme: {silence: true}}
                  - {at: 45 s, programme: {music: {seed: 1, style: pop}}}
              - id: MONO
                frequency: 98.0 MHz
                cn: 35 dB
                class: broadcast
                stereo: true
                programme: {music: {seed: 2, style: dance}}
                changes:
                  - {at: 20 s, channels: mono}
              - id: INVERTED
                frequency: 98.4 MHz
                cn: 35 dB
                class: broadcast
                stereo: true
                programme: {music: {seed: 3, style: pop}}
                changes:
                  - {at: 30 s, channels: inverted}
                  - {at: 60 s, channels: stereo}
            """;

    @TempDir
    Path folder;

    private Instant begin = Instant.EPOCH;

    @Test
    void eachFaultIsReportedForItsStationAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("faults.yaml"), FAULTS);
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--licences",
                scene.licences().toString(),
                scene.recordings().get(0).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        begin = Instant.parse(replay.records("carrier").get(0).path("time").asText());
        List<JsonNode> incidents = replay.records("incident");
        assertThat(incidents)
                .extracting(incident -> incident.path("kind").asText() + " "
                        + incident.path("subject").path("channel_hz").asLong() / 1e6)
                .containsExactlyInAnyOrder("silence 97.6", "mono 98.0", "phase-inverted 98.4");
        // a look lasts 0.2 s, correlation looks back by a second
        expect(incidents, "silence", 10, 15, 45, 0.5);
        expect(incidents, "mono", 20, 80, Double.NaN, 4);
        expect(incidents, "phase-inverted", 30, 40, 60, 3);
    }

    private void expect(
            List<JsonNode> incidents, String kind, double opened, double raised, double closed, double tolerance) {
        JsonNode incident = incidents.stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
        assertThat(seconds(incident, "opened")).as(kind).isCloseTo(opened, within(tolerance));
        assertThat(seconds(incident, "raised")).as(kind).isCloseTo(raised, within(tolerance));
        assertThat(incident.has("closed")).isEqualTo(!Double.isNaN(closed));
        if (incident.has("closed")) {
            assertThat(seconds(incident, "closed")).as(kind).isCloseTo(closed, within(tolerance));
        }
    }

    private double seconds(JsonNode incident, String field) {
        Instant at = Instant.parse(incident.path(field).asText());
        return Duration.between(begin, at).toMillis() / 1000.0;
    }
}

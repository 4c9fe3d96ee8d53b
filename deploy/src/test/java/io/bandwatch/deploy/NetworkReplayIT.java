package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station and its relays, one of which two receivers hear, through the whole job: with licences nobody says a word. */
class NetworkReplayIT {
    private static final String HILL =
            """
            name: hill
            seed: 5
            centre: 98.0 MHz
            rate: 1.2 MS/s
            duration: 60 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: STATION, frequency: 97.6 MHz, cn: 25 dB, class: broadcast, programme: {music: {seed: 1, style: pop}},
                 programme-start: 8 s}
              - {id: NEAR, frequency: 97.9 MHz, cn: 25 dB, class: relay, programme: {music: {seed: 1, style: pop}},
                 programme-start: 7 s}
              - {id: LATE, frequency: 98.4 MHz, cn: 25 dB, class: relay, programme: {music: {seed: 1, style: pop}}}
            """;

    /** Hears the station from elsewhere, weaker. */
    private static final String PORT =
            """
            name: port
            seed: 6
            centre: 97.6 MHz
            rate: 300 kS/s
            duration: 60 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: STATION, frequency: 97.6 MHz, cn: 20 dB, class: broadcast, programme: {music: {seed: 1, style: pop}},
                 programme-start: 8 s}
            """;

    @TempDir
    Path folder;

    @Test
    void aLicensedNetworkOfRelaysIsNoIncidentOfAnyKind() throws Exception {
        Replay replay = replayed("rendered/hill.licences.csv");

        assertThat(replay.records("carrier"))
                .hasSize(4)
                .allMatch(carrier -> carrier.path("verdict").asText().equals("licensed"));
        assertThat(replay.records("incident")).isEmpty();
    }

    /** What shows that the network is heard as one: nothing but the register makes the difference. */
    @Test
    void theSameNetworkWithoutLicencesIsOneGroupInWhichTheStationThatTwoReceiversHearCountsOnce() throws Exception {
        Files.writeString(folder.resolve("other.csv"), "id,name,frequency_mhz,class\nOTHER,Other,88.0,broadcast\n");

        Replay replay = replayed("other.csv");

        List<JsonNode> linked = replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals("linked-carriers"))
                .toList();
        assertThat(linked).hasSize(1);
        assertThat(linked.get(0).path("measured").asDouble()).isEqualTo(3);
        assertThat(linked.get(0).path("state").asText()).isEqualTo("open");
    }

    private Replay replayed(String licences) throws Exception {
        List<String> arguments = new ArrayList<>();
        for (String scene : List.of(HILL, PORT)) {
            Path file = Files.writeString(folder.resolve("scene.yaml"), scene);
            RenderedScenario rendered = new ScenarioGenerator(Scenario.read(file))
                    .render(folder.resolve("rendered"), ProgressListener.SILENT);
            rendered.recordings().forEach(recording -> arguments.add(recording.toString()));
        }
        Replay replay = Replay.of(Stream.concat(
                        Stream.of(
                                "replay",
                                "--format",
                                "jsonl",
                                "--licences",
                                folder.resolve(licences).toString()),
                        arguments.stream())
                .toArray(String[]::new));
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        return replay;
    }
}

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

/** Three licensed transmitters with one programme, into one of which something else is put, through the whole job. */
class PeerReplayIT {
    private static final String MUSIC = "audio/music-kevin-macleod-vibe-ace.ogg";

    private static final String SPLICED = "[0:a]aresample=48000,atrim=0:18,asetpts=N/SR/TB[a];"
            + "[1:a]aresample=48000,atrim=40:50,asetpts=N/SR/TB[b];"
            + "[0:a]aresample=48000,atrim=28:40,asetpts=N/SR/TB[c];"
            + "[a][b][c]concat=n=3:v=0:a=1,volume=-4dB,adelay=2300:all=1[out]";

    private static final String SCENE =
            """
            name: network
            seed: 5
            centre: 98.0 MHz
            rate: 1.2 MS/s
            duration: 40 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: A, frequency: 97.6 MHz, cn: 25 dB, class: broadcast, programme: {file: "%1$s"}}
              - {id: B, frequency: 97.9 MHz, cn: 25 dB, class: broadcast, stereo: true, programme: {file: "%2$s"}}
              - {id: C, frequency: 98.3 MHz, cn: 25 dB, class: broadcast, programme: {file: "%1$s"}}
            """;

    private static final String REGISTER =
            """
            id,name,frequency_mhz,class,programme
            A,North,97.6,broadcast,news
            B,South,97.9,broadcast,news
            C,East,98.3,broadcast,news
            """;

    @TempDir
    Path folder;

    @Test
    void theOneOfThreeTransmittersThatCarriesSomethingElseIsNamed() throws Exception {
        List<JsonNode> incidents = told();

        assertThat(incidents).hasSize(1);
        JsonNode incident = incidents.get(0);
        assertThat(incident.path("kind").asText()).isEqualTo("inserted-content");
        assertThat(incident.path("subject").path("channel_hz").asLong()).isEqualTo(97_900_000L);
        assertThat(incident.path("presences")).hasSize(1);
        assertThat(seconds(incident.path("presences").get(0).path("from"))).isCloseTo(20.3, within(1.0));
        assertThat(seconds(incident.path("presences").get(0).path("to"))).isCloseTo(30.3, within(1.0));
        assertThat(incident.path("reasons").get(0).path("code").asText()).isEqualTo("differs-from-most");
        assertThat(incident.path("reasons").get(0).path("text").asText())
                .contains("97.6 MHz")
                .contains("98.3 MHz");
    }

    private List<JsonNode> told() throws Exception {
        Path music = Captures.file(MUSIC);
        Path spliced = folder.resolve("spliced.wav");
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-nostdin",
                        "-y",
                        "-i",
                        music.toString(),
                        "-i",
                        Captures.file("audio/music-karissa-hobbs-lets-go-fishin.ogg")
                                .toString(),
                        "-filter_complex",
                        SPLICED,
                        "-map",
                        "[out]",
                        spliced.toString())
                .inheritIO()
                .start();
        assertThat(ffmpeg.waitFor()).isZero();
        Path file = Files.writeString(folder.resolve("network.yaml"), SCENE.formatted(music, spliced));
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);
        Path register = Files.writeString(folder.resolve("register.csv"), REGISTER);
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--licences",
                register.toString(),
                scene.recordings().get(0).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        return incidents(replay);
    }

    private static List<JsonNode> incidents(Replay replay) throws IOException {
        return replay.records("incident").stream()
                .filter(incident -> List.of("inserted-content", "programme-mismatch")
                        .contains(incident.path("kind").asText()))
                .toList();
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Instant.EPOCH, Instant.parse(time.asText())).toMillis() / 1e3;
    }
}

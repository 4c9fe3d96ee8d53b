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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was heard before, through the whole job: a tape that begins again and again, and carriers with one programme. */
class RepeatReplayIT {
    private static final String MUSIC = "audio/music-kevin-macleod-vibe-ace.ogg";
    private static final String OTHER_MUSIC = "audio/music-karissa-hobbs-lets-go-fishin.ogg";

    /** A minute of one piece of music, and six times 75 s of another. */
    private static final String LOOPED = "[0:a]aresample=48000,atrim=0:60,asetpts=N/SR/TB[a];"
            + "[1:a]aresample=48000,atrim=20:95,asetpts=N/SR/TB,aloop=loop=5:size=3600000[b];"
            + "[a][b]concat=n=2:v=0:a=1[out]";

    private static final String SCENE =
            """
            name: gang
            seed: 5
            centre: 98.0 MHz
            rate: 1.2 MS/s
            duration: 75 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: FIRST, frequency: 97.6 MHz, cn: 25 dB, class: broadcast, programme: {music: {seed: 1, style: pop}}}
              - {id: SECOND, frequency: 97.9 MHz, cn: 25 dB, class: relay, programme: {music: {seed: 1, style: pop}},
                 programme-start: 1 s}
              - {id: PIRATE, frequency: 98.2 MHz, cn: 25 dB, class: unlicensed,
                 programme: {music: {seed: 3, style: dance}}}
              - {id: ALSO, frequency: 98.4 MHz, cn: 25 dB, class: unlicensed,
                 programme: {music: {seed: 3, style: dance}}, programme-start: 4 s}
            """;

    @TempDir
    Path folder;

    @Test
    void aTapeThatBeginsAgainAndAgainIsALoopWithItsPeriod() throws Exception {
        Path air = looped();

        Replay replay = Replay.of("replay", "--format", "jsonl", air.toString());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        List<JsonNode> loops = incidents(replay, "looped-content");
        assertThat(loops).hasSize(1);
        JsonNode loop = loops.get(0);
        assertThat(seconds(loop.path("opened"))).isCloseTo(60 + 75, within(2.0));
        assertThat(loop.path("state").asText()).isEqualTo("open");
        JsonNode reason = loop.path("reasons").get(0);
        assertThat(reason.path("code").asText()).isEqualTo("loop");
        assertThat(reason.path("text").asText()).contains("75.0 s");
        JsonNode repetition = replay.records("repetition").get(0);
        assertThat(repetition.path("loop_period_s").asDouble()).isCloseTo(75, within(0.5));
        // a minute and one pass of 510 s
        assertThat(repetition.path("new_share").asDouble()).isCloseTo(135.0 / 510, within(0.02));
    }

    @Test
    void aMessageThatIsRepeatedInAnEmergencyIsInTheLedgerAndNoLoop() throws Exception {
        Path air = looped();
        Path clips = Files.createDirectories(folder.resolve("clips"));
        ffmpeg(
                "-i",
                Captures.file(MUSIC).toString(),
                "-t",
                "20",
                clips.resolve("siren.wav").toString());
        Path approved = Files.writeString(
                folder.resolve("insertions.csv"),
                """
                station_or_service,from,to,kind,approval,reason
                1,2026-05-01T12:00:00Z,2026-05-01T13:00:00Z,emergency,E-7,flood
                """);

        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--start",
                "2026-05-01T12:00:00Z",
                "--insertions",
                approved.toString(),
                "--clips",
                clips.toString(),
                air.toString());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.records("insertion"))
                .extracting(insertion -> insertion.path("approval").asText())
                .containsExactly("E-7");
        assertThat(replay.records("incident"))
                .as("the clip is on record")
                .extracting(incident -> incident.path("kind").asText() + " "
                        + incident.path("severity").asText())
                .containsExactly("known-clip info");
        assertThat(replay.records("repetition")).hasSize(1);
    }

    @Test
    void unlicensedCarriersWithOneProgrammeAreLinkedAndANetworkOfLicensedOnesIsNot() throws Exception {
        Path file = Files.writeString(folder.resolve("gang.yaml"), SCENE);
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);

        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--licences",
                folder.resolve("out/gang.licences.csv").toString(),
                scene.recordings().get(0).toString());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        List<JsonNode> linked = incidents(replay, "linked-carriers");
        assertThat(linked).hasSize(1);
        JsonNode incident = linked.get(0);
        assertThat(incident.path("subject").path("channel_hz").asLong()).isEqualTo(98_200_000L);
        assertThat(incident.path("measured").asDouble()).isEqualTo(2);
        List<String> codes = StreamSupport.stream(incident.path("reasons").spliterator(), false)
                .map(reason -> reason.path("code").asText())
                .toList();
        assertThat(codes).containsExactly("linked-sets", "same-programme-on");
        assertThat(incident.path("reasons").get(1).path("text").asText())
                .contains("98.2 MHz")
                .contains("98.4 MHz");
        assertThat(incidents(replay, "unlicensed-carrier")).hasSize(2);
        assertThat(replay.records("carrier"))
                .extracting(carrier -> carrier.path("verdict").asText())
                .containsExactly("licensed", "licensed", "unlicensed", "unlicensed");
        assertThat(replay.records("repetition").stream().flatMap(RepeatReplayIT::shared))
                .as("a pair with licences, seen from the later one, is on record all the same")
                .anyMatch(shared -> shared.matches("97[.]\\d MHz as 97[.]\\d MHz 1 s before"))
                .anyMatch(shared -> shared.matches("98[.]\\d MHz as 98[.]\\d MHz 4 s before"))
                .allMatch(shared -> shared.substring(0, 2).equals(shared.substring(12, 14)));
    }

    private static Stream<String> shared(JsonNode repetition) {
        return StreamSupport.stream(repetition.path("shared").spliterator(), false)
                .map(other -> String.format(
                        Locale.ROOT,
                        "%.1f MHz as %.1f MHz %d s before",
                        repetition.path("channel_hz").asLong() / 1e6,
                        other.path("channel_hz").asLong() / 1e6,
                        Math.round(other.path("lag_s").asDouble())));
    }

    private static List<JsonNode> incidents(Replay replay, String kind) throws IOException {
        return replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals(kind))
                .toList();
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Instant.EPOCH, Instant.parse(time.asText())).toMillis() / 1e3;
    }

    private Path looped() throws Exception {
        Path air = folder.resolve("air.flac");
        ffmpeg(
                "-i",
                Captures.file(MUSIC).toString(),
                "-i",
                Captures.file(OTHER_MUSIC).toString(),
                "-filter_complex",
                LOOPED,
                "-map",
                "[out]",
                air.toString());
        return air;
    }

    private static void ffmpeg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}

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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty seconds of a piece of music that is known, in other music, by two ways to the job. */
class ClipReplayIT {
    private static final String MUSIC = "audio/music-kevin-macleod-vibe-ace.ogg";
    private static final String KNOWN = "audio/music-karissa-hobbs-lets-go-fishin.ogg";
    private static final double FROM_S = 15;

    /** Music, the clip with three seconds cut out of it, music, another part of the clip's music, which is not known. */
    private static final String CUT = "[0:a]aresample=48000,atrim=0:15,asetpts=N/SR/TB[a];"
            + "[1:a]aresample=48000,atrim=40:48,asetpts=N/SR/TB[b];"
            + "[1:a]aresample=48000,atrim=51:60,asetpts=N/SR/TB[c];"
            + "[0:a]aresample=48000,atrim=15:30,asetpts=N/SR/TB[d];"
            + "[1:a]aresample=48000,atrim=70:85,asetpts=N/SR/TB[e];"
            + "[a][b][c][d][e]concat=n=5:v=0:a=1[out]";

    /** Music, and the clip played 2 % faster. */
    private static final String FASTER = "[0:a]aresample=48000,atrim=0:15,asetpts=N/SR/TB[a];"
            + "[1:a]aresample=48000,atrim=40:60,asetpts=N/SR/TB,asetrate=48960,aresample=48000[b];"
            + "[0:a]aresample=48000,atrim=15:25,asetpts=N/SR/TB[d];"
            + "[a][b][d]concat=n=3:v=0:a=1[out]";

    private static final String SCENE =
            """
            name: clip
            seed: 5
            centre: 98.0 MHz
            rate: 600 kS/s
            duration: 42 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - id: STATION
                frequency: 98.0 MHz
                cn: 25 dB
                class: broadcast
                stereo: true
                programme: {file: "%s"}
              - id: OTHER
                frequency: 98.2 MHz
                cn: 25 dB
                class: broadcast
                programme: {music: {seed: 1, style: pop}}
            """;

    @TempDir
    Path folder;

    private Path clips;

    @BeforeEach
    void library() throws Exception {
        clips = Files.createDirectories(folder.resolve("clips"));
        made("clips/fishing.flac", "[1:a]aresample=48000,atrim=40:60,asetpts=N/SR/TB[out];[0:a]anullsink");
        made("clips/other.flac", "[1:a]aresample=48000,atrim=100:120,asetpts=N/SR/TB[out];[0:a]anullsink");
        made("clips/tone.wav", "sine=f=440:d=20[out];[0:a]anullsink;[1:a]anullsink");
        Files.writeString(clips.resolve("notes.txt"), "no sound");
    }

    @Test
    void aClipOfWhichSomeIsCutOutIsFoundInAFileAndAnotherPartOfTheMusicIsNot() throws Exception {
        Path air = made("air.m4a", CUT, "-c:a", "aac", "-b:a", "48k");
        Replay replay = Replay.of("replay", "--format", "jsonl", "--clips", clips.toString(), air.toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        List<JsonNode> found = found(replay);
        assertThat(found).hasSize(1);
        expectClip(found.get(0), Instant.EPOCH, 17);
        assertThat(replay.err()).contains("notes.txt").contains("tone.wav");
        assertThat(replay.records("summary").get(0).path("bad_input").toString())
                .contains("too_little_sound");
    }

    @Test
    void aFasterClipIsFoundInACarrierBesideAReference() throws Exception {
        Path wav = made("air.wav", FASTER, "-c:a", "pcm_s16le");
        Path file = Files.writeString(folder.resolve("scene.yaml"), SCENE.formatted(wav));
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--clips",
                clips.toString(),
                "--reference",
                Captures.file(MUSIC).toString(),
                scene.recordings().get(0).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        List<JsonNode> found = found(replay);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("subject").path("channel_hz").asLong()).isEqualTo(98_000_000L);
        Instant begin =
                Instant.parse(replay.records("carrier").get(0).path("time").asText());
        expectClip(found.get(0), begin, 20 / 1.02);
    }

    @Test
    void aFolderWithoutAClipIsRefused() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Replay replay = Replay.of(
                "replay", "--clips", empty.toString(), Captures.file(MUSIC).toString());
        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err()).contains("--clips").contains("empty");
    }

    private static List<JsonNode> found(Replay replay) throws IOException {
        return replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals("known-clip"))
                .toList();
    }

    private static void expectClip(JsonNode incident, Instant begin, double seconds) {
        assertThat(incident.path("presences")).hasSize(1);
        JsonNode presence = incident.path("presences").get(0);
        assertThat(seconds(begin, presence.path("from"))).isCloseTo(FROM_S, within(1.0));
        assertThat(seconds(begin, presence.path("to"))).isCloseTo(FROM_S + seconds, within(1.0));
        assertThat(seconds(begin, incident.path("raised"))).isLessThan(FROM_S + 10);
        JsonNode reason = incident.path("reasons").get(0);
        assertThat(reason.path("code").asText()).isEqualTo("clip-heard");
        assertThat(reason.path("arguments").get(0).asText()).isEqualTo("fishing.flac");
        // it is played from its beginning on
        assertThat(reason.path("arguments").get(1).asDouble()).isCloseTo(0, within(1.0));
    }

    private static double seconds(Instant begin, JsonNode time) {
        return Duration.between(begin, Instant.parse(time.asText())).toMillis() / 1e3;
    }

    private Path made(String name, String graph, String... coding) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i"));
        command.add(Captures.file(MUSIC).toString());
        command.add("-i");
        command.add(Captures.file(KNOWN).toString());
        command.addAll(List.of("-filter_complex", graph, "-map", "[out]"));
        command.addAll(Arrays.asList(coding));
        command.add(file.toString());
        Process ffmpeg = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(ffmpeg.waitFor()).as("ffmpeg makes %s", name).isZero();
        return file;
    }
}

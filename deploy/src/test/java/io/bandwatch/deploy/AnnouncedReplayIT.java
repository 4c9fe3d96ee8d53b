package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream that announces a break of 20 s by SCTE 35, its sound replaced by music, compared with a studio that had something
 * else during the break, and once more 10 s later, where nothing was announced.
 */
class AnnouncedReplayIT {
    private static final String STREAM = "ts/scte35-80s-with-ad.ts";
    private static final String MUSIC = "audio/music-karissa-hobbs-lets-go-fishin.ogg";
    private static final String FOREIGN = "audio/music-kevin-macleod-vibe-ace.ogg";
    private static final int PACKET = 188;
    private static final int SOUND_PID = 257;

    /** The break is at PTS 1032000 of 90 kHz; the sound begins at 1.4 s. */
    private static final double BREAK_S = 10.07;

    private static final String STUDIO = "[0:a]aresample=48000,asplit=3[x][y][z];[x]atrim=0:10.07,asetpts=N/SR/TB[a];"
            + "[1:a]aresample=48000,asplit=2[m][n];[m]atrim=5:25,asetpts=N/SR/TB[b];"
            + "[y]atrim=30.07:40,asetpts=N/SR/TB[c];[n]atrim=30:38,asetpts=N/SR/TB[d];"
            + "[z]atrim=48:75,asetpts=N/SR/TB[e];[a][b][c][d][e]concat=n=5:v=0:a=1[out]";

    @TempDir
    Path folder;

    @Test
    void whatWasAnnouncedIsInTheLedgerAndTheRestIsAnAlarm() throws Exception {
        Path studio = made("studio.wav", "-filter_complex", STUDIO, "-map", "[out]");
        Path music = made("music.ts", "-map", "0:a", "-t", "75", "-c:a", "aac", "-b:a", "128k", "-streamid", "0:257");
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--decode",
                "all",
                "--reference",
                studio.toString(),
                withSoundOf(music).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        Instant begin =
                Instant.parse(replay.records("programme").get(0).path("time").asText());

        JsonNode announced = replay.records("insertion").get(0);
        assertThat(announced.path("kind").asText()).isEqualTo("splice");
        assertThat(seconds(begin, announced.path("from"))).isCloseTo(BREAK_S, within(1.0));
        assertThat(seconds(begin, announced.path("to"))).isCloseTo(BREAK_S + 20, within(1.0));
        JsonNode inserted = only(replay, "inserted-content");
        expectPresence(inserted, begin, 40, 48);
        assertThat(inserted.path("severity").asText()).isEqualTo("major");
    }

    @Test
    void whatTheStudioAloneAnnouncedIsInTheLedgerAndTheRestIsAnAlarm() throws Exception {
        Files.createDirectories(folder.resolve("clips"));
        made("clips/inserted.flac", "-map", "1:a", "-ss", "5", "-t", "20");
        Path air = made(
                "air.ts",
                "-filter_complex",
                STUDIO + ";[out]adelay=5000:all=1[later]",
                "-map",
                "[later]",
                "-c:a",
                "aac");
        Path music = made("music.ts", "-map", "0:a", "-t", "75", "-c:a", "aac", "-b:a", "128k", "-streamid", "0:257");
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--decode",
                "all",
                "--reference",
                withSoundOf(music).toString(),
                "--clips",
                folder.resolve("clips").toString(),
                air.toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();

        assertThat(replay.records("insertion").get(0).path("kind").asText()).isEqualTo("splice");
        JsonNode inserted = only(replay, "inserted-content");
        Instant begin =
                Instant.parse(replay.records("programme").get(0).path("time").asText());
        expectPresence(inserted, begin, 45, 53);
        JsonNode clip = only(replay, "known-clip");
        expectPresence(clip, begin, 15.07, 35.07);
        assertThat(clip.path("severity").asText()).isEqualTo("info");
    }

    private static void expectPresence(JsonNode incident, Instant begin, double fromS, double toS) {
        assertThat(incident.path("presences")).hasSize(1);
        JsonNode presence = incident.path("presences").get(0);
        assertThat(seconds(begin, presence.path("from"))).isCloseTo(fromS, within(1.0));
        assertThat(seconds(begin, presence.path("to"))).isCloseTo(toS, within(1.0));
    }

    private static JsonNode only(Replay replay, String kind) throws IOException {
        List<JsonNode> incidents = replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals(kind))
                .toList();
        assertThat(incidents).as(kind).hasSize(1);
        return incidents.get(0);
    }

    private static double seconds(Instant begin, JsonNode time) {
        return Duration.between(begin, Instant.parse(time.asText())).toMillis() / 1e3;
    }

    /** The stream with the sound of another, packet for packet; both begin at 1.4 s. */
    private Path withSoundOf(Path other) throws IOException {
        byte[] stream = Files.readAllBytes(Captures.file(STREAM));
        byte[] sound = Files.readAllBytes(other);
        ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length + sound.length);
        int next = 0;
        for (int at = 0; at + PACKET <= stream.length; at += PACKET) {
            if (pid(stream, at) != SOUND_PID) {
                out.write(stream, at, PACKET);
            }
            // as much of the sound as belongs to as much of the stream, and no PID but its own
            while (next + PACKET <= sound.length && (double) next / sound.length <= (double) at / stream.length) {
                if (pid(sound, next) == SOUND_PID) {
                    out.write(sound, next, PACKET);
                }
                next += PACKET;
            }
        }
        return Files.write(folder.resolve("announcing.ts"), out.toByteArray());
    }

    private static int pid(byte[] packets, int at) {
        return (packets[at + 1] & 0x1F) << 8 | (packets[at + 2] & 0xFF);
    }

    private Path made(String name, String... how) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i"));
        command.add(Captures.file(MUSIC).toString());
        command.add("-i");
        command.add(Captures.file(FOREIGN).toString());
        command.addAll(List.of(how));
        command.add(file.toString());
        Process ffmpeg = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(ffmpeg.waitFor()).as("ffmpeg makes %s", name).isZero();
        return file;
    }
}

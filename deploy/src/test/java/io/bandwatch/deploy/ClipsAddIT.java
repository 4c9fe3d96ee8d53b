package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.evidence.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clip that an operator cuts out of the evidence of an incident is known from then on. */
class ClipsAddIT {
    private static final int RATE_HZ = 48_000;

    @TempDir
    Path folder;

    @Test
    void whatWasCutOutOfEvidenceIsKnownTheNextTime() throws Exception {
        Path evidence = Files.createDirectories(folder.resolve("incidents/unlicensed-98"));
        Files.write(evidence.resolve("audio.wav"), WavFile.of(music(30, 1), RATE_HZ, 1));
        Path clips = folder.resolve("known");

        Replay added = add(evidence, clips, "--from", "5", "--to", "25");

        assertThat(added.exitCode()).as(added.err()).isZero();
        Path clip = clips.resolve("unlicensed-98.wav");
        assertThat(AudioSystem.getAudioFileFormat(clip.toFile()).getFrameLength())
                .isEqualTo(20 * RATE_HZ);
        Path air = folder.resolve("air.wav");
        Files.write(air, WavFile.of(joined(music(5, 2), music(30, 1), music(6, 3)), RATE_HZ, 1));
        Replay replay = Replay.of(
                "replay", "--format", "jsonl", "--kind", "media", "--clips", clips.toString(), air.toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        JsonNode incident = incident(replay, "known-clip");
        assertThat(incident.path("reasons").get(0).path("text").asText()).contains("unlicensed-98.wav");
        String from = incident.path("presences").get(0).path("from").asText();
        assertThat(Instant.parse(from).toEpochMilli() / 1e3).isCloseTo(10, within(1.0));

        Replay again = add(evidence, clips, "--from", "5", "--to", "25");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("unlicensed-98.wav").contains("--name");
    }

    /** What the studio did not send is cut out of the evidence that says so, and is known on another programme. */
    @Test
    void whatWasInsertedIsKnownTheNextTime() throws Exception {
        Path studio = Files.write(folder.resolve("studio.wav"), WavFile.of(music(90, 1), RATE_HZ, 1));
        short[] foreign = music(25, 2);
        Path air = Files.write(
                folder.resolve("air.wav"),
                WavFile.of(
                        joined(
                                Arrays.copyOf(music(90, 1), 40 * RATE_HZ),
                                foreign,
                                Arrays.copyOfRange(music(90, 1), 65 * RATE_HZ, 90 * RATE_HZ)),
                        RATE_HZ,
                        1));
        Path kept = folder.resolve("evidence");
        Replay first = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--kind",
                "media",
                "--reference",
                studio.toString(),
                "--evidence",
                kept.toString(),
                air.toString());
        assertThat(first.exitCode()).as(first.err()).isZero();
        String id = incident(first, "inserted-content").path("id").asText();

        Path clips = folder.resolve("known");
        // the evidence begins ten seconds before the incident
        Replay added = add(kept.resolve(id), clips, "--from", "12", "--to", "32", "--name", "advert");
        assertThat(added.exitCode()).as(added.err()).isZero();

        Path other = Files.write(
                folder.resolve("other.wav"), WavFile.of(joined(music(7, 3), foreign, music(8, 4)), RATE_HZ, 1));
        Replay second = Replay.of(
                "replay", "--format", "jsonl", "--kind", "media", "--clips", clips.toString(), other.toString());
        JsonNode clip = incident(second, "known-clip");
        assertThat(clip.path("reasons").get(0).path("text").asText()).contains("advert.wav");
        String from = clip.path("presences").get(0).path("from").asText();
        assertThat(Instant.parse(from).toEpochMilli() / 1e3).isCloseTo(9, within(1.5));
    }

    /** As the live service keeps it of a multiplex: the stream, and whose incident it is. */
    @Test
    void theServiceOfAnIncidentIsCutOutOfItsMultiplex() throws Exception {
        Path evidence = Files.createDirectories(folder.resolve("incidents/inserted-2"));
        Path one = Files.write(folder.resolve("one.wav"), WavFile.of(music(20, 1), RATE_HZ, 1));
        Path two = Files.write(folder.resolve("two.wav"), WavFile.of(music(20, 2), RATE_HZ, 1));
        Path stream = evidence.resolve("stream.ts");
        ffmpeg(
                "-i",
                one.toString(),
                "-i",
                two.toString(),
                "-map",
                "0:a",
                "-map",
                "1:a",
                "-c:a",
                "mp2",
                "-program",
                "program_num=1:st=0",
                "-program",
                "program_num=2:st=1",
                stream.toString());
        Path clips = folder.resolve("known");

        assertRefused(add(evidence, clips), "--service");
        assertRefused(add(evidence, clips), "1, 2");
        assertRefused(add(evidence, clips, "--service", "7"), "1, 2");
        assertRefused(add(evidence, clips, "--service", "2", "--from", "60"), "no sound from 60");
        Files.writeString(evidence.resolve("measurement.json"), "{\"incident\": {\"subject\": {\"service_id\": 2}}}");
        assertThat(add(evidence, clips, "--from", "2", "--to", "17").exitCode()).isZero();

        Replay known = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--kind",
                "media",
                "--clips",
                clips.toString(),
                one.toString(),
                two.toString());
        assertThat(incident(known, "known-clip").path("subject").path("feed").asText())
                .isEqualTo("two");
    }

    private static JsonNode incident(Replay replay, String kind) throws IOException {
        return replay.records("incident").stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + ": " + replay.err()));
    }

    private void ffmpeg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
    }

    @Test
    void whatCannotBeKnownAgainIsNoClip() throws Exception {
        Path silent = Files.write(folder.resolve("silent.wav"), WavFile.of(new short[20 * RATE_HZ], RATE_HZ, 1));
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound");
        Path clips = folder.resolve("known");

        assertRefused(add(silent, clips), "too little sound");
        assertRefused(add(text, clips), "is no WAV file");
        assertRefused(add(folder.resolve("absent"), clips), "is not there");
        assertRefused(add(Files.createDirectories(folder.resolve("empty")), clips), "stream.ts");
        assertRefused(add(Files.writeString(folder.resolve("words.txt"), "no sound"), clips), "words.txt");
        assertRefused(add(silent, clips, "--from", "30"), "--from");
        assertRefused(add(silent, clips, "--name", "../x"), "--name");
        assertRefused(add(silent, clips, "--service", "2"), "--service");
        try (var left = Files.exists(clips) ? Files.list(clips) : Stream.<Path>empty()) {
            assertThat(left).isEmpty();
        }
    }

    private static Replay add(Path evidence, Path clips, String... options) throws Exception {
        String[] all = new String[4 + options.length];
        all[0] = "clips";
        all[1] = "add";
        all[2] = evidence.toString();
        all[3] = "--clips=" + clips;
        System.arraycopy(options, 0, all, 4, options.length);
        return Replay.of(all);
    }

    private static void assertRefused(Replay replay, String why) {
        assertThat(replay.exitCode()).as(replay.err()).isEqualTo(2);
        assertThat(replay.err()).contains(why);
    }

    private static short[] joined(short[]... parts) {
        int length = 0;
        for (short[] part : parts) {
            length += part.length;
        }
        short[] all = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Chords of three notes, each a fifth of a second, never the same. */
    private static short[] music(int seconds, long seed) {
        Random random = new Random(seed);
        short[] sound = new short[seconds * RATE_HZ];
        double[] hz = new double[3];
        for (int i = 0; i < sound.length; i++) {
            if (i % (RATE_HZ / 5) == 0) {
                for (int note = 0; note < hz.length; note++) {
                    hz[note] = 220 * Math.pow(2, random.nextInt(48) / 12.0);
                }
            }
            double sum = 0;
            for (double one : hz) {
                sum += Math.sin(2 * Math.PI * one * i / RATE_HZ);
            }
            sound[i] = (short) Math.rint(6000 * sum);
        }
        return sound;
    }
}

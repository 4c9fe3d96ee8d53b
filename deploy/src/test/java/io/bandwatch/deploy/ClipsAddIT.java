package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.evidence.WavFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
        JsonNode incident = replay.records("incident").stream()
                .filter(one -> one.path("kind").asText().equals("known-clip"))
                .findFirst()
                .orElseThrow();
        assertThat(incident.path("reasons").get(0).path("text").asText()).contains("unlicensed-98.wav");
        String from = incident.path("presences").get(0).path("from").asText();
        assertThat(Instant.parse(from).toEpochMilli() / 1e3).isCloseTo(10, within(1.0));

        Replay again = add(evidence, clips, "--from", "5", "--to", "25");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("unlicensed-98.wav").contains("--name");
    }

    @Test
    void whatCannotBeKnownAgainIsNoClip() throws Exception {
        Path silent = Files.write(folder.resolve("silent.wav"), WavFile.of(new short[20 * RATE_HZ], RATE_HZ, 1));
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound");
        Path clips = folder.resolve("known");

        assertRefused(add(silent, clips), "too little sound");
        assertRefused(add(text, clips), "is no WAV file");
        assertRefused(add(folder.resolve("absent"), clips), "is not there");
        assertRefused(add(silent, clips, "--from", "30"), "--from");
        assertRefused(add(silent, clips, "--name", "../x"), "--name");
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

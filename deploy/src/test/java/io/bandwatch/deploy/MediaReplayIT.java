package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and sound through the whole job: a media file, and services of a transport stream. */
class MediaReplayIT {
    /** 8 s: a moving picture, and black from 3 s to 5 s; a tone of 1 kHz, and silence from 6 s on. */
    private static final List<String> SOURCES = List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=320x240:rate=25:duration=8,drawbox=t=fill:c=black:enable='between(t,3,4.99)'",
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=1000:sample_rate=48000:duration=8,volume=0:enable='gte(t,6)'");

    @TempDir
    Path folder;

    @Test
    void aMediaFileTellsWhatItsPicturesAndItsSoundCameTo() throws Exception {
        Path file = made("clip.mp4", "-c:v", "mpeg4", "-q:v", "3", "-c:a", "aac");
        Replay first = Replay.of("replay", "--format", "jsonl", file.toString());
        assertThat(first.exitCode()).as(first.err()).isZero();
        JsonNode programme = first.records("programme").get(0);
        assertThat(programme.path("service_id").asInt()).isEqualTo(1);
        // AAC adds up to two of its blocks of 21 ms at the ends
        assertThat(programme.path("duration_s").asDouble()).isCloseTo(8.0, within(0.05));
        JsonNode picture = programme.path("picture");
        assertThat(picture.path("width").asInt()).isEqualTo(320);
        assertThat(picture.path("pictures").asInt()).isEqualTo(200);
        assertThat(picture.path("pictures_missing").asInt()).isZero();
        // 2 s of 8 s, to a picture at either end
        assertThat(picture.path("black_share").asDouble()).isCloseTo(0.25, within(0.011));
        JsonNode sound = programme.path("sound").get(0);
        // the last 2 s of 8 s, to a block of 50 ms and what the coding smears
        assertThat(sound.path("silence_share").asDouble()).isCloseTo(0.25, within(0.02));
        // the tone is 1/8 of full scale, on one channel, which both loudspeakers play: -18.06 dBFS, and as many LUFS
        assertThat(sound.path("loudness_lufs").asDouble()).isCloseTo(-18.06, within(0.3));
        // black from 3 s to 5 s warns after 2 s, and silence after 5 s: 2 s of it are a pause
        assertThat(first.records("incident"))
                .extracting(incident -> incident.path("kind").asText())
                .isSubsetOf("video-black");
        assertThat(first.records("summary").get(0).path("duration_s").asDouble())
                .isCloseTo(8.0, within(0.05));

        assertThat(Replay.of("replay", "--format", "jsonl", file.toString()).out())
                .as("the same bytes twice")
                .isEqualTo(first.out());
    }

    @Test
    void servicesOfAStreamAreDecodedWhereThatIsAskedForAndOnlyThen() throws Exception {
        Path file = made("probe.ts", "-c:v", "mpeg2video", "-b:v", "2M", "-c:a", "mp2", "-f", "mpegts");
        Replay plain = Replay.of("replay", "--format", "jsonl", file.toString());
        assertThat(plain.exitCode()).as(plain.err()).isZero();
        assertThat(plain.records("programme")).isEmpty();
        Replay decoded = Replay.of("replay", "--format", "jsonl", "--decode", "all", file.toString());
        assertThat(decoded.exitCode()).as(decoded.err()).isZero();
        assertThat(decoded.records("ts")).hasSize(1);
        assertThat(decoded.records("summary").get(0).path("recordings").asInt()).isEqualTo(1);
        JsonNode programme = decoded.records("programme").get(0);
        assertThat(programme.path("feed").asText()).isEqualTo("probe");
        assertThat(programme.path("service_id").asInt()).isEqualTo(1);
        assertThat(programme.path("picture").path("pictures").asInt()).isEqualTo(200);
        assertThat(programme.path("picture").path("black_share").asDouble()).isCloseTo(0.25, within(0.011));
        assertThat(programme.path("sound").get(0).path("pid").asInt()).isEqualTo(257);
        assertThat(Replay.of("replay", "--decode", "none-such", file.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void theFirstPicturesOfGroupsTellWhereNoMoreAreAskedFor() throws Exception {
        String file = made("probe.ts", "-c:v", "mpeg2video", "-b:v", "2M", "-c:a", "mp2", "-f", "mpegts")
                .toString();
        String[] asked = {"replay", "--format", "jsonl", "--decode", "all", "--pictures", "key", file};
        Replay sampled = Replay.of(asked);
        assertThat(sampled.exitCode()).as(sampled.err()).isZero();
        JsonNode picture = sampled.records("programme").get(0).path("picture");

        // groups of 12 pictures, three by three, of which some around the black ones are decoded whole
        assertThat(picture.path("pictures").asInt()).isBetween(6, 150);
        assertThat(picture.path("pictures_missing").asInt()).isZero();
        assertThat(picture.path("sampled_share").asDouble()).isBetween(0.2, 0.95);
        // 2 s of 8 s; where groups were not decoded whole, black is known to three of 0.48 s
        assertThat(picture.path("black_share").asDouble()).isCloseTo(0.25, within(0.18));
        JsonNode sound = sampled.records("programme").get(0).path("sound").get(0);
        // the first 3.4 s and the last 2 s of it are heard
        assertThat(sound.path("sampled_share").asDouble()).isCloseTo(2.6 / 8, within(0.06));
        assertThat(sound.path("samples_missing").asInt()).isZero();
        assertThat(Replay.of(asked).out()).as("the same bytes twice").isEqualTo(sampled.out());
        assertThat(Replay.of("replay", "--pictures", "key", file).err()).contains("name them with --decode");
        assertThat(Replay.of("replay", "--decode", "all", "--pictures", "few", file)
                        .err())
                .contains("use all or key");
    }

    private Path made(String name, String... coding) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(SOURCES);
        command.addAll(List.of(coding));
        command.add(file.toString());
        Process ffmpeg = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(ffmpeg.waitFor()).as("ffmpeg makes %s", name).isZero();
        return file;
    }
}

package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and sound around a fault, cut from the recording by the command itself. */
class EvidenceIT {
    private static final int TILE = 164;
    private static final int MIDDLE = 45;

    @TempDir
    Path folder;

    @Test
    void aFaultCanBeSeenAndHeard() throws Exception {
        // red, black from 8 s on; a tone all along that is silent from 9 s on
        Path file = made();
        Path evidence = folder.resolve("evidence");
        Replay replay = Replay.of("replay", "--format", "jsonl", "--evidence", evidence.toString(), file.toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        JsonNode black = incident(replay, "video-black");
        String id = black.path("id").asText();
        assertThat(Stream.of(
                                black.path("evidence").get(0),
                                black.path("evidence").get(1),
                                black.path("evidence").get(2))
                        .map(JsonNode::asText))
                .containsExactly(id + "/sound.wav", id + "/strip.png", id + "/manifest.json");

        BufferedImage strip =
                ImageIO.read(evidence.resolve(id).resolve("strip.png").toFile());
        assertThat(strip.getWidth()).isEqualTo(11 * TILE + 4);
        for (int second = 0; second < 11; second++) {
            int rgb = strip.getRGB(second * TILE + TILE / 2, MIDDLE);
            // red is 255, 0, 0 to within what coding and its few bits make of it
            assertThat(rgb >> 16 & 0xFF).as("second %d", second - 5).isCloseTo(second < 5 ? 254 : 0, within(6));
            assertThat(rgb & 0xFF).isCloseTo(0, within(6));
        }
        // the line before the fault is red, those before the others are not
        assertThat(strip.getRGB(5 * TILE + 1, MIDDLE)).isEqualTo(0xFFB3261E);
        assertThat(strip.getRGB(4 * TILE + 1, MIDDLE)).isEqualTo(0xFFFFFFFF);

        try (AudioInputStream sound = AudioSystem.getAudioInputStream(
                evidence.resolve(id).resolve("sound.wav").toFile())) {
            // 8 s before it and 8 s behind: there is no more
            assertThat(sound.getFrameLength() / 48_000.0).isCloseTo(16.0, within(0.1));
            byte[] bytes = sound.readAllBytes();
            assertThat(loudest(bytes, 0.5, 8.8)).isGreaterThan(3000);
            assertThat(loudest(bytes, 9.2, 15.5)).isLessThan(50);
        }
        JsonNode manifest = new ObjectMapper()
                .readTree(evidence.resolve(id).resolve("manifest.json").toFile());
        assertThat(manifest.path("incident").asText()).isEqualTo(id);
        assertThat(manifest.path("start_in_sound_s").asDouble()).isCloseTo(8.0, within(0.05));
        for (JsonNode listed : manifest.path("files")) {
            byte[] bytes = Files.readAllBytes(
                    evidence.resolve(id).resolve(listed.path("path").asText()));
            assertThat(listed.path("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(listed.path("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        assertThat(incident(replay, "silence").path("evidence")).hasSize(3);

        Path page = folder.resolve("page.html");
        Path again = folder.resolve("again");
        Replay shown = Replay.of(
                "replay",
                "--format",
                "html",
                "--output",
                page.toString(),
                "--evidence",
                again.toString(),
                file.toString());
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        // a strip for each of two faults, and the last picture of the service
        assertThat(Files.readString(page)).contains("<meter", "mosaic").containsPattern("(?s)(data:image/png.*){3}");
        assertThat(contents(again)).as("the same bytes twice").isEqualTo(contents(evidence));
    }

    private static JsonNode incident(Replay replay, String kind) {
        return replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + replay.out()));
    }

    private static int loudest(byte[] pcm, double fromS, double toS) {
        int loudest = 0;
        for (int i = (int) (fromS * 48_000); i < (int) (toS * 48_000); i++) {
            loudest = Math.max(loudest, Math.abs((short) ((pcm[2 * i] & 0xFF) | pcm[2 * i + 1] << 8)));
        }
        return loudest;
    }

    private static List<String> contents(Path root) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(root.relativize(file) + " "
                        + HexFormat.of().formatHex(Files.readAllBytes(file)).hashCode());
            }
        }
        return contents;
    }

    private Path made() throws IOException, InterruptedException {
        Path file = folder.resolve("clip.mkv");
        List<String> command = List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=red:size=320x180:rate=25:duration=16,geq=lum='if(lt(T,8),81,16)':cb='if(lt(T,8),90,128)':cr='if(lt(T,8),240,128)'",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=1000:sample_rate=48000:duration=16,volume=0:enable='gte(t,9)'",
                "-c:v",
                "mpeg4",
                "-q:v",
                "3",
                "-c:a",
                "pcm_s16le",
                file.toString());
        Process ffmpeg = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(ffmpeg.waitFor()).as("ffmpeg makes %s", file).isZero();
        return file;
    }
}

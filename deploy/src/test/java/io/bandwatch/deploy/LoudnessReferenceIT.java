package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loudness through transmitter and receiver against another implementation of ITU-R BS.1770: FFmpeg's, of the file. */
class LoudnessReferenceIT {
    private static final int RATE = 48_000;
    private static final int SECONDS = 12;

    /** Both channels at full scale deviate by 0.95 of what pilot and 75 kHz leave; our full scale is 75 kHz. */
    private static final double TRANSMITTER_DB = 20 * Math.log10(0.95 * (75.0 - 7.5) / 75.0);

    private static final String SCENE =
            """
            name: loudness
            seed: 5
            centre: 98.0 MHz
            rate: 480 kS/s
            duration: 12 s
            format: cs16
            container: raw
            noise: {level: -70 dBFS}
            carriers:
              - id: A
                frequency: 98.1 MHz
                cn: 45 dB
                class: broadcast
                stereo: true
                pilot: 7.5 kHz
                deviation: 75 kHz
                programme: {file: programme.wav}
            """;

    @TempDir
    Path folder;

    @Test
    void loudnessAndTruePeakAreThoseOfTheFile() throws IOException, InterruptedException {
        writeProgramme(folder.resolve("programme.wav"));
        String told = ffmpeg();
        Path file = Files.writeString(folder.resolve("loudness.yaml"), SCENE);
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);
        Replay replay = Replay.of(
                "replay", "--format", "jsonl", scene.recordings().get(0).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        JsonNode carrier = replay.records("carrier").get(0);
        // 0.5 LU: the first fifth of a second is not measured, and noise adds to the pauses
        assertThat(carrier.path("loudness_lufs").asDouble())
                .isCloseTo(number(told, "I:\\s+(-?[\\d.]+) LUFS") + TRANSMITTER_DB, within(0.5));
        assertThat(carrier.path("true_peak_dbfs").asDouble())
                .isCloseTo(number(told, "Peak:\\s+(-?[\\d.]+) dBFS") + TRANSMITTER_DB, within(0.7));
    }

    /** What FFmpeg says of the file: the summary at the end of its log. */
    private String ffmpeg() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(
                            "ffmpeg",
                            "-nostats",
                            "-hide_banner",
                            "-i",
                            "programme.wav",
                            "-af",
                            "ebur128=peak=true",
                            "-f",
                            "null",
                            "-")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeThat(missing).as("needs FFmpeg in the path").isNull();
            throw missing;
        }
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(log).isZero();
        return log.substring(log.lastIndexOf("Summary:"));
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    /** Bass in the middle, voices left and right of it that come and go, a pause: quiet enough for any limiter. */
    private static void writeProgramme(Path file) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(4 * RATE * SECONDS).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RATE * SECONDS; i++) {
            double t = (double) i / RATE;
            double pause = t > 8 && t < 10 ? 0.01 : 1;
            double bass = 0.12 * Math.sin(2 * Math.PI * 60 * t);
            double left = 0.05 * (1 + Math.sin(2 * Math.PI * 0.7 * t)) * Math.sin(2 * Math.PI * 440 * t);
            double right = 0.03 * (1 + Math.sin(2 * Math.PI * 0.4 * t)) * Math.sin(2 * Math.PI * 1900 * t);
            samples.putShort((short) Math.round(32767 * pause * (bass + left)));
            samples.putShort((short) Math.round(32767 * pause * (bass + right)));
        }
        AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
        AudioInputStream stream =
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, (long) RATE * SECONDS);
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
}

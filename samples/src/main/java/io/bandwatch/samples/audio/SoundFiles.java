package io.bandwatch.samples.audio;

import io.bandwatch.dsp.synth.fm.AudioStream;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads sound files: WAV and FLAC here, others through {@code ffmpeg} or, without it, {@code gst-launch-1.0}. */
final class SoundFiles {
    private static final int FRAME_BYTES = 8;

    private SoundFiles() {}

    static SoundClip read(Path path) {
        try {
            byte[] head = head(path);
            if (starts(head, 'R', 'I', 'F', 'F')) {
                return WavClip.read(path.toString(), Files.readAllBytes(path));
            }
            if (starts(head, 'f', 'L', 'a', 'C')) {
                return FlacClip.read(path.toString(), Files.readAllBytes(path));
            }
            return decoded(path);
        } catch (IOException e) {
            throw new ScenarioException(path + ": cannot be read (" + e + "); mend the path of the sound file", e);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(4);
        }
    }

    private static boolean starts(byte[] head, char... expected) {
        boolean same = head.length >= expected.length;
        for (int i = 0; same && i < expected.length; i++) {
            same = head[i] == expected[i];
        }
        return same;
    }

    private static SoundClip decoded(Path path) throws IOException {
        List<String> command = command(path.toAbsolutePath().toString());
        int most = SoundClip.LONGEST_S * AudioStream.RATE_HZ * FRAME_BYTES;
        ChildProcess.Outcome outcome = ChildProcess.run(command, "", most);
        int count = outcome.output().length / FRAME_BYTES;
        if (outcome.exitCode() != 0 || count == 0) {
            throw new ScenarioException(path + ": " + command.get(0) + " cannot decode it ("
                    + outcome.complaint().lines().findFirst().orElse("no sound in it") + "); give another sound file");
        }
        FloatBuffer samples =
                ByteBuffer.wrap(outcome.output()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] left = new float[count];
        float[] right = new float[count];
        for (int i = 0; i < count; i++) {
            left[i] = samples.get(2 * i);
            right[i] = samples.get(2 * i + 1);
        }
        return new SoundClip(left, right);
    }

    private static List<String> command(String path) {
        String rate = Integer.toString(AudioStream.RATE_HZ);
        if (ChildProcess.isInstalled("ffmpeg")) {
            return List.of(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-nostdin",
                    "-i",
                    "file:" + path,
                    "-vn",
                    "-f",
                    "f32le",
                    "-ac",
                    "2",
                    "-ar",
                    rate,
                    "pipe:1");
        }
        if (ChildProcess.isInstalled("gst-launch-1.0")) {
            return List.of(
                    "gst-launch-1.0",
                    "-q",
                    "filesrc",
                    "location=" + path,
                    "!",
                    "decodebin",
                    "!",
                    "audioconvert",
                    "!",
                    "audioresample",
                    "!",
                    "audio/x-raw,format=F32LE,channels=2,layout=interleaved,rate=" + rate,
                    "!",
                    "fdsink",
                    "fd=1");
        }
        throw new ScenarioException(path + ": is neither WAV nor FLAC, and neither ffmpeg nor gst-launch-1.0 is"
                + " installed; install the package ffmpeg, or convert the file to WAV");
    }
}

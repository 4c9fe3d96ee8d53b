package io.bandwatch.ingest.av;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What another decoder makes of the same file. */
final class Ffmpeg {
    private Ffmpeg() {}

    /** Samples of one channel of a sound track. */
    static long samples(Path file, String map) throws IOException {
        long bytes = 0;
        Process process = start(List.of(
                "ffmpeg",
                "-v",
                "quiet",
                "-i",
                file.toString(),
                "-map",
                map,
                "-ac",
                "1",
                "-c:a",
                "pcm_s16le",
                "-f",
                "s16le",
                "-"));
        try (InputStream out = new BufferedInputStream(process.getInputStream())) {
            byte[] block = new byte[1 << 16];
            for (int got = out.read(block); got >= 0; got = out.read(block)) {
                bytes += got;
            }
        }
        return bytes / 2;
    }

    /** Mean of the luma of every picture. */
    static List<Double> lumas(Path file, String map, int width, int height) throws IOException {
        List<Double> lumas = new ArrayList<>();
        Process process = start(List.of(
                "ffmpeg",
                "-v",
                "quiet",
                "-i",
                file.toString(),
                "-map",
                map,
                "-fps_mode",
                "passthrough",
                "-pix_fmt",
                "yuv420p",
                "-f",
                "rawvideo",
                "-"));
        int picture = width * height + 2 * ((width + 1) / 2) * ((height + 1) / 2);
        try (InputStream out = new BufferedInputStream(process.getInputStream())) {
            for (byte[] bytes = out.readNBytes(picture); bytes.length == picture; bytes = out.readNBytes(picture)) {
                long sum = 0;
                for (int i = 0; i < width * height; i++) {
                    sum += bytes[i] & 0xFF;
                }
                lumas.add((double) sum / (width * height));
            }
        }
        return lumas;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }
}

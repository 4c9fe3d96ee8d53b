package io.bandwatch.deploy.bench.av;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A transport stream with one service, made by ffmpeg once and kept: half a minute of a zoom in which everything moves, with
 * noise, again and again with a clock that goes on. A test pattern that mostly stands would look suspicious all the time.
 *
 * @param name for people
 * @param file where it is
 * @param seconds how long it is
 * @param width of the pictures
 * @param height of the pictures
 */
record BenchService(String name, Path file, int seconds, int width, int height) {
    private static final int CLIP_S = 30;
    private static final int RATE_HZ = 25;

    /** 1080p25 in H.264 at 8 Mb/s with AAC, a minute and a half. */
    static BenchService highDefinition(Path root, PrintWriter err) throws IOException, InterruptedException {
        return made(
                new BenchService("1080p25 H.264", folder(root).resolve("hd-zoom-90.ts"), 3 * CLIP_S, 1920, 1080),
                "-c:v libx264 -preset veryfast -profile:v high -g 25 -b:v 8M -maxrate 8M -bufsize 8M"
                        + " -c:a aac -b:a 128k",
                err);
    }

    /** 576i in MPEG-2 at 4 Mb/s with Layer II, sixteen minutes. */
    static BenchService standardDefinition(Path root, PrintWriter err) throws IOException, InterruptedException {
        return made(
                new BenchService("576i MPEG-2", folder(root).resolve("sd-zoom-960.ts"), 32 * CLIP_S, 720, 576),
                "-c:v mpeg2video -flags +ilme+ildct -g 12 -bf 2 -b:v 4M -maxrate 4M -bufsize 1835k"
                        + " -c:a mp2 -b:a 192k",
                err);
    }

    private static Path folder(Path root) throws IOException {
        return Files.createDirectories(root.resolve(".bandwatch/bench/av"));
    }

    /** The first half of it, as a service of its own. */
    BenchService firstHalf() throws IOException, InterruptedException {
        return part("half.ts", "-map 0 -t " + seconds / 2, seconds / 2);
    }

    /** Its sound without its pictures. */
    BenchService soundAlone() throws IOException, InterruptedException {
        return part("sound.ts", "-map 0:a", seconds);
    }

    private BenchService part(String partName, String what, int ofSeconds) throws IOException, InterruptedException {
        Path part = file.resolveSibling(partName);
        ffmpeg("-i " + file + ' ' + what + " -c copy -f mpegts " + part);
        return new BenchService(name, part, ofSeconds, width, height);
    }

    /** Its first pictures as they are decoded, planar, in a file of their own that replaces what was there. */
    Path pictures(int count) throws IOException, InterruptedException {
        Path raw = file.resolveSibling("pictures.yuv");
        ffmpeg("-i " + file + " -map 0:v -frames:v " + count + " -pix_fmt yuv420p -f rawvideo " + raw);
        return raw;
    }

    /** Its sound as it is decoded, both channels, full scale 1.0. */
    Path sound(int ofSeconds) throws IOException, InterruptedException {
        Path raw = file.resolveSibling("sound.f32");
        ffmpeg("-i " + file + " -map 0:a -t " + ofSeconds + " -f f32le " + raw);
        return raw;
    }

    private static BenchService made(BenchService service, String coding, PrintWriter err)
            throws IOException, InterruptedException {
        if (!Files.exists(service.file)) {
            err.printf("bandwatch: making %s once%n", service.name);
            err.flush();
            Path clip = service.file.resolveSibling("clip.ts");
            Path part = service.file.resolveSibling("part.ts");
            ffmpeg("-f lavfi -i mandelbrot=size=" + service.width + "x" + service.height + ":rate=" + RATE_HZ
                    + ",noise=alls=8:allf=t -f lavfi -i sine=frequency=440:sample_rate=48000 -ac 2 -pix_fmt yuv420p -t "
                    + CLIP_S + " " + coding + " -f mpegts " + clip);
            ffmpeg("-stream_loop " + (service.seconds / CLIP_S - 1) + " -i " + clip + " -c copy -f mpegts " + part);
            Files.move(part, service.file, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(clip);
        }
        return service;
    }

    private static void ffmpeg(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments.split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg failed: " + String.join(" ", command));
        }
    }
}

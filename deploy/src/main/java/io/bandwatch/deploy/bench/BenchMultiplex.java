package io.bandwatch.deploy.bench;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.RecordingInspector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A gigabyte of transport stream, made by ffmpeg once and kept: 40 s of three programmes, one behind the other as often as
 * it takes. Where it begins again, counters and clock jump; that is a dozen places in five million packets.
 *
 * @param file where it is
 * @param recording the same as a feed
 */
record BenchMultiplex(Path file, Recording recording) {
    private static final int CLIP_S = 40;
    private static final long LEAST_BYTES = 1_000_000_000;

    /** The multiplex, out of the folder where it is kept, or made there first. */
    static BenchMultiplex made(Path root, PrintWriter err)
            throws IOException, InterruptedException, UnusableRecordingException {
        Path kept = root.resolve(".bandwatch/bench/multiplex");
        Path file = kept.resolve("three-programmes.ts");
        if (!Files.exists(file)) {
            Files.createDirectories(kept);
            err.printf("bandwatch: making a multiplex of 1 GB once, a minute or so%n");
            err.flush();
            Path clip = kept.resolve("clip.ts");
            encode(clip, kept.resolve("ffmpeg.log"));
            repeat(clip, file);
            Files.delete(clip);
        }
        Recording recording =
                new RecordingInspector(RecordingOptions.NONE).inspect(new FeedSpec("bench", file.toString()));
        return new BenchMultiplex(file, recording);
    }

    private static void encode(Path clip, Path log) throws IOException, InterruptedException {
        Process ffmpeg = new ProcessBuilder(encoder(clip))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg could not make the multiplex; its log is in " + log);
        }
    }

    /** 1080p25 in H.264 at 8 Mb/s with AAC, and twice 576 lines in MPEG-2 at 4 Mb/s with Layer II; moving, and with noise. */
    private static List<String> encoder(Path clip) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        List.of("1920x1080", "720x576", "720x576").forEach(size -> {
            String picture = "testsrc2=size=" + size + ":rate=25,noise=alls=12:allf=t";
            Collections.addAll(command, "-f", "lavfi", "-i", picture);
            Collections.addAll(command, "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000");
        });
        for (int input = 0; input < 6; input++) {
            Collections.addAll(command, "-map", Integer.toString(input));
        }
        String picture = " -c:v:0 libx264 -preset ultrafast -pix_fmt yuv420p -g 25"
                + " -b:v:0 8M -maxrate:v:0 8M -bufsize:v:0 8M -c:a:0 aac -b:a:0 128k";
        StringBuilder options = new StringBuilder("-t " + CLIP_S + " -ac 2" + picture);
        for (int sd = 1; sd <= 2; sd++) {
            options.append(" -c:v:N mpeg2video -b:v:N 4M -maxrate:v:N 4M -bufsize:v:N 1835k -c:a:N mp2 -b:a:N 192k"
                    .replace("N", Integer.toString(sd)));
        }
        options.append(" -program title=A:st=0:st=1 -program title=B:st=2:st=3 -program title=C:st=4:st=5 -f mpegts");
        Collections.addAll(command, options.toString().split(" ", -1));
        command.add(clip.toString());
        return command;
    }

    private static void repeat(Path clip, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            for (long bytes = 0; bytes < LEAST_BYTES; bytes += Files.size(clip)) {
                Files.copy(clip, out);
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

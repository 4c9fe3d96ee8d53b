package io.bandwatch.deploy.cli.acceptance.decoders;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A few seconds of several services, one behind the other for as long as it takes. Where it begins again its clock goes back
 * and packets are missing, as they are where a multiplex is switched over.
 *
 * @param bytes of one round
 * @param seconds of one round
 * @param programmes its services
 */
record LoopedMultiplex(byte[] bytes, int seconds, List<Integer> programmes) {
    private static final int SECONDS = 10;

    /** One with a service in MPEG-2, one in H.264 and one of sound alone. */
    static LoopedMultiplex made(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("services.ts");
        Path log = folder.resolve("ffmpeg.log");
        Process ffmpeg;
        try {
            ffmpeg = new ProcessBuilder(encoder(file))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException absent) {
            throw new CheckImpossibleException("no ffmpeg to make a multiplex with; apt-get install -y ffmpeg");
        }
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg could not make the multiplex: " + Files.readString(log));
        }
        return new LoopedMultiplex(Files.readAllBytes(file), SECONDS, List.of(1, 2, 3));
    }

    private static List<String> encoder(Path file) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        List.of("720x576", "640x360").forEach(size -> {
            Collections.addAll(command, "-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=25");
            Collections.addAll(command, "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000");
        });
        Collections.addAll(command, "-f", "lavfi", "-i", "anoisesrc=sample_rate=48000:amplitude=0.1");
        for (int input = 0; input < 5; input++) {
            Collections.addAll(command, "-map", Integer.toString(input));
        }
        String options = "-t " + SECONDS + " -ac 2 -pix_fmt yuv420p"
                + " -c:v:0 mpeg2video -b:v:0 3M -g 12 -c:a:0 mp2 -b:a:0 192k"
                + " -c:v:1 libx264 -preset ultrafast -g 25 -b:v:1 1M -c:a:1 aac -b:a:1 128k"
                + " -c:a:2 mp2 -b:a:2 192k"
                + " -program title=A:st=0:st=1 -program title=B:st=2:st=3 -program title=C:st=4 -f mpegts";
        Collections.addAll(command, options.split(" ", -1));
        command.add(file.toString());
        return command;
    }
}

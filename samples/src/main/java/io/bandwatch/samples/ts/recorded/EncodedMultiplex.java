package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.audio.ChildProcess;
import io.bandwatch.samples.ts.HeadEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A clean multiplex as encoders make it: two services at a constant rate of 1.5 Mbit/s, one of H.264 and one of MPEG-2, each
 * with a sound of MPEG layer II. FFmpeg makes it.
 */
public final class EncodedMultiplex {
    private static final String PROGRAM = "ffmpeg";
    private static final int COMPLAINT_BYTES = 1 << 16;

    private EncodedMultiplex() {}

    /** Whether it can be made here. */
    public static boolean canBeMade() {
        return ChildProcess.isInstalled(PROGRAM);
    }

    /** Writes so many seconds of it. */
    public static void write(Path file, int seconds) throws IOException {
        String size = "size=128x96:rate=25";
        String command = PROGRAM + " -v error -nostdin -y"
                + " -f lavfi -i testsrc2=" + size
                + " -f lavfi -i sine=frequency=440:sample_rate=48000"
                + " -f lavfi -i testsrc=" + size
                + " -f lavfi -i sine=frequency=660:sample_rate=48000"
                + " -map 0:v -map 1:a -map 2:v -map 3:a -t " + seconds
                + " -c:v:0 libx264 -preset:v:0 ultrafast -c:v:1 mpeg2video -g 25 -pix_fmt yuv420p"
                + " -b:v 200k -maxrate 250k -bufsize 100k -c:a mp2 -b:a 64k -threads 1"
                + " -program title=One:program_num=1:st=0:st=1 -program title=Two:program_num=2:st=2:st=3"
                + " -f mpegts -muxrate 1500k -pcr_period 30"
                + " -mpegts_transport_stream_id " + HeadEnd.TRANSPORT_STREAM_ID
                + " -mpegts_original_network_id " + HeadEnd.NETWORK_ID
                + ' ' + file;
        ChildProcess.Outcome made = ChildProcess.run(List.of(command.split(" ", -1)), "", COMPLAINT_BYTES);
        if (made.exitCode() != 0) {
            throw new IOException(PROGRAM + " made no multiplex: " + made.complaint());
        }
    }

    /** The same with the tables of a head-end. */
    public static Recording recording(int seconds) throws IOException {
        Path file = Files.createTempFile("bandwatch-multiplex", ".ts");
        try {
            write(file, seconds);
            return Recording.of(Files.readAllBytes(file)).withServiceInformation();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

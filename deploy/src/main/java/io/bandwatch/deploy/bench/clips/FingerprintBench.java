package io.bandwatch.deploy.bench.clips;

import io.bandwatch.deploy.bench.Figures;
import io.bandwatch.deploy.bench.Peer;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.dsp.print.PcmLevels;
import io.bandwatch.dsp.synth.fm.AudioStream;
import io.bandwatch.samples.audio.ProgrammeSounds;
import io.bandwatch.samples.scenario.Programme;
import io.bandwatch.signal.FrameKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.apache.flink.util.FileUtils;

/**
 * Prints of 48 kHz stereo sound, made on one core, in turn with those of Chromaprint's fpcalc of the same file; and what it costs
 * to find sound in a library of clips, and in what was heard before.
 */
public final class FingerprintBench {
    private static final int RATE_HZ = 48_000;
    private static final int SECONDS = 1200;
    private static final int ROUNDS = 7;
    private static final int HEADER_BYTES = 44;
    private static final int LOOK = RATE_HZ / 5;
    private static final int LOOK_NS = 200_000_000;
    private static final int FRAME_BYTES = 4;
    private static final int KEPT = 1000;

    private final PrintWriter out;
    private final PrintWriter err;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /**
     * A benchmark.
     *
     * @param out where the figures go
     * @param err where people are told what is missing
     */
    public FingerprintBench(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Measures. */
    public void run() throws Exception {
        Path scratch = Files.createTempDirectory("bandwatch-bench-");
        try {
            byte[] wav = wav();
            Path file = Files.write(scratch.resolve("music.wav"), wav);
            Figures ours = new Figures("levels and words", () -> printedS(wav));
            Peer fpcalc = Peer.fpcalc(SECONDS - 1);
            boolean compared = fpcalc.installed();
            Figures theirs = new Figures(fpcalc.name(), () -> compared ? fpcalc.cpuS(file) : 0);
            for (int round = -1; round < ROUNDS; round++) {
                ours.measure(round >= 0);
                theirs.measure(round >= 0);
            }
            out.printf(Locale.ROOT, "%d s of music, 48 kHz stereo; processor seconds for an hour%n", SECONDS);
            out.println(ours.told(SECONDS / 3600.0));
            if (compared) {
                out.println(theirs.told(SECONDS / 3600.0));
                out.println(ours.comparedWith(theirs));
            } else {
                err.println("bandwatch: no fpcalc to compare with; install it with apt-get install -y "
                        + fpcalc.debianPackage());
                err.flush();
            }
            out.flush();
            byte[] levels = levels(wav);
            new QueryBench(out, levels).run();
            new RunningIndexBench(out, levels).run();
        } finally {
            FileUtils.deleteDirectoryQuietly(scratch.toFile());
        }
    }

    private double printedS(byte[] wav) {
        long before = threads.getCurrentThreadCpuTime();
        PcmLevels levels = new PcmLevels(RATE_HZ, LOOK);
        PrintLine line = PrintLine.NOTHING;
        float[] sum = new float[LOOK];
        ByteBuffer samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(HEADER_BYTES);
        for (int look = 0; samples.remaining() >= LOOK * FRAME_BYTES; look++) {
            read(samples, sum);
            ContentLook heard = new ContentLook(
                    Subject.service("bench", 1),
                    ContentLook.Role.ON_AIR,
                    FrameKind.MEASURED,
                    Instant.EPOCH.plusNanos((long) look * LOOK_NS),
                    LOOK_NS,
                    levels.next(sum, 0, LOOK));
            line = line.with(heard, KEPT);
        }
        if (line.words().length != KEPT) {
            throw new IllegalStateException("not every look was printed");
        }
        return (threads.getCurrentThreadCpuTime() - before) * 1e-9;
    }

    private static byte[] levels(byte[] wav) {
        PcmLevels meter = new PcmLevels(RATE_HZ, LOOK);
        float[] sum = new float[LOOK];
        ByteBuffer samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(HEADER_BYTES);
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        while (samples.remaining() >= LOOK * FRAME_BYTES) {
            read(samples, sum);
            levels.writeBytes(meter.next(sum, 0, LOOK));
        }
        return levels.toByteArray();
    }

    private static void read(ByteBuffer samples, float[] sum) {
        for (int i = 0; i < LOOK; i++) {
            sum[i] = (samples.getShort() + samples.getShort()) * (0.5f / -Short.MIN_VALUE);
        }
    }

    private static byte[] wav() throws IOException {
        int bytes = SECONDS * RATE_HZ * FRAME_BYTES;
        ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        wav.putShort((short) 2).putInt(RATE_HZ).putInt(RATE_HZ * FRAME_BYTES);
        wav.putShort((short) FRAME_BYTES).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        AudioStream music = new ProgrammeSounds().open(new Programme.Music(1, "pop"), 0);
        float[] left = new float[LOOK];
        float[] right = new float[LOOK];
        while (wav.hasRemaining()) {
            music.read(left, right, LOOK);
            for (int i = 0; i < LOOK; i++) {
                wav.putShort(sample(left[i])).putShort(sample(right[i]));
            }
        }
        return wav.array();
    }

    private static short sample(float value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value * Short.MAX_VALUE)));
    }
}

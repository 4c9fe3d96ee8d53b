package io.bandwatch.deploy.bench.clips;

import io.bandwatch.deploy.bench.Figures;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.SoundWord;
import io.bandwatch.detectors.content.clips.Clip;
import io.bandwatch.detectors.content.clips.ClipLibrary;
import io.bandwatch.detectors.content.clips.KnownClipDetector;
import io.bandwatch.detectors.content.clips.KnownClipState;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * 20 s of sound, look by look as they come, in libraries of an hour and of a thousand. The libraries are made of one sound: it
 * alone, and for the rest it backwards and together with itself at other delays and in other bands, each time otherwise.
 */
public final class QueryBench {
    private static final int SMALL_H = 1;
    private static final int LARGE_H = 1000;
    private static final int QUERY_LOOKS = 100;
    private static final int QUERIES = 50;
    private static final int ROUNDS = 7;
    private static final long LOOK_NS = 200_000_000;
    private static final int BANDS = AudioMeasurement.PRINT_BANDS;
    private static final int LOOK_BYTES = 10 * BANDS;
    private static final double STEPS_PER_H = 3600 / AudioMeasurement.PRINT_STEP_S;
    private static final int MEGABYTE = 1_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PrintWriter out;
    private final byte[] levels;

    /**
     * A benchmark.
     *
     * @param out where the figures go
     * @param levels of a sound
     */
    public QueryBench(PrintWriter out, byte[] levels) {
        this.out = out;
        this.levels = levels;
    }

    /** Measures. */
    public void run() throws Exception {
        ClipLibrary small = library(SMALL_H);
        ClipLibrary large = library(LARGE_H);
        Figures inSmall = new Figures("20 s in " + SMALL_H + " h", () -> askedS(small));
        Figures inLarge = new Figures("20 s in " + LARGE_H + " h", () -> askedS(large));
        for (int round = -1; round < ROUNDS; round++) {
            inSmall.measure(round >= 0);
            inLarge.measure(round >= 0);
        }
        out.printf(
                Locale.ROOT,
                "%d h of clips take up %d MB; processor milliseconds for 20 s of sound%n",
                LARGE_H,
                large.bytes() / MEGABYTE);
        out.println(inSmall.told(QUERIES / 1e3));
        out.println(inLarge.told(QUERIES / 1e3));
        out.println(inLarge.comparedWith(inSmall));
        out.flush();
    }

    private ClipLibrary library(int hours) {
        OtherSounds others = new OtherSounds(levels, hours);
        int steps = levels.length / BANDS;
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i * (double) steps < hours * STEPS_PER_H; i++) {
            byte[] sound = i == 0 ? levels : others.next();
            clips.add(new Clip(Integer.toString(i), words(sound)));
        }
        return ClipLibrary.of(clips);
    }

    private static long[] words(byte[] sound) {
        long[] words = new long[sound.length / BANDS / Clip.STRIDE];
        int before = SoundWord.REACH / Clip.STRIDE + 1;
        for (int i = before; i < words.length - before; i++) {
            words[i] = SoundWord.of(sound, i * Clip.STRIDE);
        }
        return words;
    }

    private double askedS(ClipLibrary library) {
        KnownClipDetector detector = new KnownClipDetector(library);
        Random random = new Random(1);
        int looks = levels.length / LOOK_BYTES;
        int found = 0;
        long before = threads.getCurrentThreadCpuTime();
        for (int query = 0; query < QUERIES; query++) {
            found += isFound(detector, random.nextInt(looks - QUERY_LOOKS)) ? 1 : 0;
        }
        double cpuS = (threads.getCurrentThreadCpuTime() - before) * 1e-9;
        if (found < QUERIES * 9 / 10) {
            throw new IllegalStateException("only " + found + " of " + QUERIES + " queries were answered");
        }
        return cpuS;
    }

    private boolean isFound(KnownClipDetector detector, int firstLook) {
        KnownClipState state = detector.initial();
        int found = 0;
        for (int look = 0; look < QUERY_LOOKS; look++) {
            int from = (firstLook + look) * LOOK_BYTES;
            ContentLook heard = new ContentLook(
                    Subject.service("bench", 1),
                    ContentLook.Role.ON_AIR,
                    FrameKind.MEASURED,
                    Instant.EPOCH.plusNanos(look * LOOK_NS),
                    LOOK_NS,
                    Arrays.copyOfRange(levels, from, from + LOOK_BYTES));
            var step = detector.onObservation(state, heard);
            state = step.next();
            found += step.findings().size();
        }
        return found > 0;
    }
}

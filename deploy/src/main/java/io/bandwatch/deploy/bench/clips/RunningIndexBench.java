package io.bandwatch.deploy.bench.clips;

import io.bandwatch.deploy.bench.Figures;
import io.bandwatch.deploy.content.RepeatTopology;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.index.CutterState;
import io.bandwatch.detectors.content.index.IndexBatch;
import io.bandwatch.detectors.content.index.IndexCut;
import io.bandwatch.detectors.content.index.IndexHits;
import io.bandwatch.detectors.content.index.IndexShard;
import io.bandwatch.detectors.content.index.ShardState;
import io.bandwatch.detectors.content.index.WordCutter;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What it costs to ask what was heard before: 20 s of a programme, from its levels on, against all shards of an index that has what one programme was in
 * an hour, or 21 in two days.
 */
public final class RunningIndexBench {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int PROGRAMMES = 21;
    private static final int LOOK_S = 5;
    private static final int LOOK_STEPS = (int) Math.rint(LOOK_S / AudioMeasurement.PRINT_STEP_S);
    private static final int LOOK_BYTES = LOOK_STEPS * AudioMeasurement.PRINT_BANDS;
    private static final int QUERY_LOOKS = 4;
    private static final int QUERIES = 50;
    private static final int ROUNDS = 7;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MEGABYTE = 1_000_000;

    /** Words of 20 s that are found where they were; a chance one is found now and then. */
    private static final int FOUND = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final IndexShard shard = new IndexShard(KEPT);
    private final WordCutter cutter = new WordCutter(RepeatTopology.SHARDS);
    private final PrintWriter out;
    private final byte[] levels;

    /**
     * A benchmark.
     *
     * @param out where the figures go
     * @param levels of a sound
     */
    public RunningIndexBench(PrintWriter out, byte[] levels) {
        this.out = out;
        this.levels = levels;
    }

    /** Measures. */
    public void run() throws Exception {
        long hours = KEPT.toHours();
        ShardState[] small = filled(1, 1);
        ShardState[] large = filled(PROGRAMMES, (int) hours);
        Figures inSmall = new Figures("20 s in 1 h", () -> askedS(small, START.plus(Duration.ofHours(2))));
        Figures inLarge = new Figures(
                "20 s in " + PROGRAMMES * hours + " h",
                () -> askedS(large, START.plus(KEPT).plus(Duration.ofHours(1))));
        for (int round = -1; round < ROUNDS; round++) {
            inSmall.measure(round >= 0);
            inLarge.measure(round >= 0);
        }
        long bytes = Arrays.stream(large).mapToLong(ShardState::bytes).sum();
        out.printf(
                Locale.ROOT,
                "what was heard in %d h takes up %d MB; processor milliseconds for 20 s of a programme%n",
                PROGRAMMES * hours,
                bytes / MEGABYTE);
        out.println(inSmall.told(QUERIES / 1e3));
        out.println(inLarge.told(QUERIES / 1e3));
        out.println(inLarge.comparedWith(inSmall));
        out.flush();
    }

    /** The first minutes of the first programme are the sound itself. */
    private ShardState[] filled(int programmes, int hours) {
        ShardState[] shards = new ShardState[RepeatTopology.SHARDS];
        Arrays.fill(shards, shard.initial());
        CutterState[] cut = new CutterState[programmes];
        Arrays.fill(cut, cutter.initial());
        byte[][] sounds = new byte[programmes][];
        OtherSounds others = new OtherSounds(levels, hours);
        int looks = levels.length / LOOK_BYTES;
        for (int look = 0; look < hours * 3600 / LOOK_S; look++) {
            for (int programme = 0; programme < programmes; programme++) {
                if (look % looks == 0) {
                    sounds[programme] = look == 0 && programme == 0 ? levels : others.next();
                }
                ContentLook heard = look(
                        programme,
                        START.plusSeconds((long) look * LOOK_S),
                        sounds[programme],
                        look % looks * LOOK_BYTES);
                var step = cutter.onObservation(cut[programme], heard);
                cut[programme] = step.next();
                for (IndexBatch batch : batches(step.findings())) {
                    ShardState before = shards[batch.shard()];
                    shards[batch.shard()] =
                            shard.onObservation(before, kept(batch)).next();
                }
            }
        }
        return shards;
    }

    private static ContentLook look(int programme, Instant time, byte[] sound, int from) {
        return new ContentLook(
                Subject.service("bench", programme),
                ContentLook.Role.ON_AIR,
                FrameKind.MEASURED,
                time,
                LOOK_S * 1_000_000_000L,
                Arrays.copyOfRange(sound, from, from + LOOK_BYTES));
    }

    private static List<IndexBatch> batches(List<IndexCut> cuts) {
        return cuts.stream().flatMap(cut -> Arrays.stream(cut.batches())).toList();
    }

    private static IndexBatch kept(IndexBatch batch) {
        return new IndexBatch(
                batch.shard(), batch.subject(), batch.time(), batch.words(), batch.steps(), new int[0], new long[0]);
    }

    private static IndexBatch asked(IndexBatch batch) {
        return new IndexBatch(
                batch.shard(),
                batch.subject(),
                batch.time(),
                new int[0],
                new long[0],
                batch.asked(),
                batch.askedSteps());
    }

    private double askedS(ShardState[] shards, Instant when) {
        Random random = new Random(1);
        int found = 0;
        long cpuNs = 0;
        for (int query = 0; query < QUERIES; query++) {
            int firstLook = random.nextInt(levels.length / LOOK_BYTES - QUERY_LOOKS);
            long before = threads.getCurrentThreadCpuTime();
            int hits = 0;
            for (IndexBatch batch : query(firstLook, when)) {
                for (IndexHits some :
                        shard.onObservation(shards[batch.shard()], batch).findings()) {
                    hits += some.steps().length;
                }
            }
            cpuNs += threads.getCurrentThreadCpuTime() - before;
            found += hits >= FOUND ? 1 : 0;
        }
        if (found < QUERIES * 9 / 10) {
            throw new IllegalStateException("only " + found + " of " + QUERIES + " queries were answered");
        }
        return cpuNs * 1e-9;
    }

    /** What another programme asks that plays some of the sound. */
    private List<IndexBatch> query(int firstLook, Instant when) {
        CutterState state = cutter.initial();
        List<IndexBatch> asked = new ArrayList<>();
        for (int look = 0; look < QUERY_LOOKS; look++) {
            ContentLook heard =
                    look(PROGRAMMES, when.plusSeconds((long) look * LOOK_S), levels, (firstLook + look) * LOOK_BYTES);
            var step = cutter.onObservation(state, heard);
            state = step.next();
            batches(step.findings()).forEach(batch -> asked.add(asked(batch)));
        }
        return asked;
    }
}

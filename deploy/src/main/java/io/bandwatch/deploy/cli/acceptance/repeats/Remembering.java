package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.index.CutterState;
import io.bandwatch.detectors.content.index.IndexBatch;
import io.bandwatch.detectors.content.index.IndexCut;
import io.bandwatch.detectors.content.index.IndexHits;
import io.bandwatch.detectors.content.index.IndexShard;
import io.bandwatch.detectors.content.index.ShardState;
import io.bandwatch.detectors.content.index.WordCutter;
import io.bandwatch.detectors.content.repeats.LoopDetector;
import io.bandwatch.detectors.content.repeats.LoopSettings;
import io.bandwatch.detectors.content.repeats.LoopState;
import io.bandwatch.detectors.content.repeats.Recall;
import io.bandwatch.detectors.content.repeats.RepeatDetector;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.detectors.content.repeats.RepeatState;
import io.bandwatch.detectors.content.repetition.RepetitionAssessor;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.content.repetition.RepetitionState;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The detectors of what was heard before, one behind the other as in the job, without one. Not thread-safe. */
final class Remembering {
    private static final long LOOK_NS = 200_000_000;
    private static final int SHARDS = 32;
    private static final Duration KEPT = Duration.ofDays(2);

    private final WordCutter cutter = new WordCutter(SHARDS);
    private final IndexShard index = new IndexShard(KEPT);
    private final RepeatDetector repeats = new RepeatDetector();
    private final LoopDetector loops = new LoopDetector(LoopSettings.DEFAULTS);
    private final RepetitionAssessor assessor = new RepetitionAssessor(LoopSettings.DEFAULTS);
    private final ShardState[] shards = new ShardState[SHARDS];
    private final Map<Subject, Programme> programmes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<RepetitionRecord> records = new ArrayList<>();
    private final Consumer<RepeatReport> onReport;

    /** What is remembered of one programme. */
    private static final class Programme {
        private CutterState cut;
        private RepeatState repeat;
        private LoopState loop;
        private RepetitionState repetition;

        Programme(CutterState cut, RepeatState repeat, LoopState loop, RepetitionState repetition) {
            this.cut = cut;
            this.repeat = repeat;
            this.loop = loop;
            this.repetition = repetition;
        }
    }

    /** @param onReport told what is found, beside loops and records */
    Remembering(Consumer<RepeatReport> onReport) {
        this.onReport = onReport;
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = index.initial();
        }
    }

    /** Takes in the levels of a look; looks come in the order of time. */
    void hear(Subject subject, long look, byte[] levels) {
        show(subject, look, levels, FrameKind.MEASURED);
    }

    /** Nothing follows of a programme. */
    void end(Subject subject, long look) {
        show(subject, look, new byte[0], FrameKind.ENDED);
    }

    List<Finding> loops() {
        return findings;
    }

    List<RepetitionRecord> records() {
        return records;
    }

    /** What the words of all programmes take up, bytes. */
    long bytes() {
        long bytes = 0;
        for (ShardState shard : shards) {
            bytes += shard.bytes();
        }
        return bytes;
    }

    private void show(Subject subject, long look, byte[] levels, FrameKind kind) {
        Programme programme = programmes.computeIfAbsent(
                subject,
                any -> new Programme(cutter.initial(), repeats.initial(), loops.initial(), assessor.initial()));
        Instant time = Instant.EPOCH.plusNanos(look * LOOK_NS);
        long lengthNs = kind == FrameKind.ENDED ? 0 : LOOK_NS;
        Step<CutterState, IndexCut> cut = cutter.onObservation(
                programme.cut, new ContentLook(subject, ContentLook.Role.ON_AIR, kind, time, lengthNs, levels));
        programme.cut = cut.next();
        cut.findings().forEach(one -> ask(programme, one));
    }

    private void ask(Programme programme, IndexCut cut) {
        for (IndexBatch batch : cut.batches()) {
            Step<ShardState, IndexHits> found = index.onObservation(shards[batch.shard()], batch);
            shards[batch.shard()] = found.next();
            found.findings().forEach(hits -> recall(programme, Recall.of(hits)));
        }
        recall(programme, Recall.of(cut));
    }

    private void recall(Programme programme, Recall recall) {
        Step<RepeatState, RepeatReport> step = repeats.onObservation(programme.repeat, recall);
        programme.repeat = step.next();
        for (RepeatReport report : step.findings()) {
            programme.loop = kept(loops, programme.loop, report, findings);
            programme.repetition = kept(assessor, programme.repetition, report, records);
            onReport.accept(report);
        }
    }

    private static <S, F> S kept(Detector<RepeatReport, S, F> detector, S state, RepeatReport report, List<F> out) {
        Step<S, F> step = detector.onObservation(state, report);
        out.addAll(step.findings());
        return step.next();
    }
}

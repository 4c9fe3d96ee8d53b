package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.detectors.content.index.CutterState;
import io.bandwatch.detectors.content.index.IndexBatch;
import io.bandwatch.detectors.content.index.IndexCut;
import io.bandwatch.detectors.content.index.IndexHits;
import io.bandwatch.detectors.content.index.IndexShard;
import io.bandwatch.detectors.content.index.ShardState;
import io.bandwatch.detectors.content.index.WordCutter;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows programmes to cutter, index and repeat detector as the job does, look by look. */
public final class Memory {
    public static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOK_BYTES = 10 * AudioMeasurement.PRINT_BANDS;

    private final WordCutter cutter = new WordCutter(4);
    private final IndexShard index;
    private final RepeatDetector repeats = new RepeatDetector();
    private final Map<Integer, ShardState> shards = new HashMap<>();
    private final Map<Subject, Archive> archives = new HashMap<>();

    public Memory(Duration kept) {
        this.index = new IndexShard(kept);
    }

    /** What is reported of a programme that begins so many seconds after the start. */
    public List<RepeatReport> hear(Subject subject, double fromS, Spectrogram sound) {
        List<RepeatReport> reports = new ArrayList<>();
        CutterState cut = cutter.initial();
        RepeatState repeat = repeats.initial();
        Instant time = START.plusNanos(Math.round(fromS * 1e9));
        byte[] levels = sound.levels();
        for (int at = 0; at <= levels.length; at += LOOK_BYTES) {
            boolean ended = at + LOOK_BYTES > levels.length;
            ContentLook look = new ContentLook(
                    subject,
                    ContentLook.Role.ON_AIR,
                    ended ? FrameKind.ENDED : FrameKind.MEASURED,
                    time,
                    ended ? 0 : LOOK.toNanos(),
                    ended ? new byte[0] : Arrays.copyOfRange(levels, at, at + LOOK_BYTES));
            Step<CutterState, IndexCut> step = cutter.onObservation(cut, look);
            cut = step.next();
            for (IndexCut some : step.findings()) {
                repeat = remember(some, repeat, reports);
                archives.put(subject, repeat.archive());
            }
            time = time.plus(LOOK);
        }
        return reports;
    }

    private RepeatState remember(IndexCut cut, RepeatState before, List<RepeatReport> reports) {
        RepeatState repeat = before;
        for (IndexBatch batch : cut.batches()) {
            Step<ShardState, IndexHits> found =
                    index.onObservation(shards.getOrDefault(batch.shard(), index.initial()), batch);
            shards.put(batch.shard(), found.next());
            for (IndexHits hits : found.findings()) {
                repeat = repeats.onObservation(repeat, Recall.of(hits)).next();
            }
        }
        Step<RepeatState, RepeatReport> told = repeats.onObservation(repeat, Recall.of(cut));
        reports.addAll(told.findings());
        return told.next();
    }

    /** What all words take up in the index, bytes. */
    public long indexBytes() {
        return shards.values().stream().mapToLong(ShardState::bytes).sum();
    }

    /** What they take up for the comparison of each programme with itself, bytes. */
    public long archiveBytes() {
        return archives.values().stream()
                .flatMap(archive -> archive.chunks().stream())
                .mapToLong(chunk -> (long) Long.BYTES * chunk.length)
                .sum();
    }
}

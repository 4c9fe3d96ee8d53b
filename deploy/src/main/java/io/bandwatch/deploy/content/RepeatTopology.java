package io.bandwatch.deploy.content;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.index.CutterState;
import io.bandwatch.detectors.content.index.IndexBatch;
import io.bandwatch.detectors.content.index.IndexCut;
import io.bandwatch.detectors.content.index.IndexHits;
import io.bandwatch.detectors.content.index.IndexShard;
import io.bandwatch.detectors.content.index.ShardState;
import io.bandwatch.detectors.content.index.WordCutter;
import io.bandwatch.detectors.content.links.LinkDetector;
import io.bandwatch.detectors.content.links.LinkNews;
import io.bandwatch.detectors.content.links.LinkState;
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
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.flink.InOrderOfTime;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The part of the main job that remembers what was heard: words of all programmes go to an index whose shards are keys of
 * their own, so that tasks may share it; what they remember comes back to each programme.
 */
public final class RepeatTopology {
    /** Shards of the index, which is as many tasks as it can have. */
    public static final int SHARDS = 32;

    /** Loops of a day are heard twice in it, and so is what a carrier repeats from one night to the next. */
    private static final Duration KEPT = Duration.ofDays(2);

    private static final String ALL = "all";

    /** Flink gives keys to tasks in so many groups. */
    private static final int KEY_GROUPS = 4 * SHARDS;

    private static final int[] KEYS = keys();

    private final DataStream<RepeatReport> reports;

    /**
     * A key for each shard that lies in the first of four groups of keys: so tasks have as many shards as each other, to one. The
     * numbers of the shards themselves are spread by a hash, by which a third of 32 tasks would have none.
     */
    private static int[] keys() {
        int[] keys = new int[SHARDS];
        for (int shard = 0; shard < SHARDS; shard++) {
            int group = shard * KEY_GROUPS / SHARDS;
            keys[shard] = IntStream.iterate(0, key -> key + 1)
                    .filter(key -> KeyGroupRangeAssignment.assignToKeyGroup(key, KEY_GROUPS) == group)
                    .findFirst()
                    .orElseThrow();
        }
        return keys;
    }

    /** Which of some tasks has a shard. */
    static int task(int shard, int tasks) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(KEYS[shard], KEY_GROUPS, tasks);
    }

    /**
     * @param heard what all programmes sound like
     * @param indexTasks tasks that share the index, 1 to {@link #SHARDS}; each needs a slot
     */
    public RepeatTopology(DataStream<ContentLook> heard, int indexTasks) {
        DataStream<IndexCut> cuts = heard.keyBy(look -> look.subject().place(), TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, ContentLook, IndexCut>(
                                        ContentLook::time, look -> look.kind() == FrameKind.ENDED)
                                .with("word-cutter", new WordCutter(SHARDS), CutterState.class),
                        TypeInformation.of(IndexCut.class))
                .name("word-cutter")
                .uid("word-cutter");
        DataStream<Recall> remembered = hits(cuts, indexTasks)
                .map(Recall::of, TypeInformation.of(Recall.class))
                .name("remembered")
                .uid("remembered");
        DataStream<Recall> over = cuts.map(Recall::of, TypeInformation.of(Recall.class))
                .name("cut-over")
                .uid("cut-over");
        this.reports = remembered
                .union(over)
                .keyBy(recall -> recall.subject().place(), TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, Recall>(Recall.class, Recall::time, Recall::order),
                        TypeInformation.of(Recall.class))
                .name("recalls-in-order")
                .uid("recalls-in-order")
                .keyBy(recall -> recall.subject().place(), TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, Recall, RepeatReport>(Recall::time, Recall::ended)
                                .with("repeats", new RepeatDetector(), RepeatState.class),
                        TypeInformation.of(RepeatReport.class))
                .name("repeats")
                .uid("repeats");
    }

    private static DataStream<IndexHits> hits(DataStream<IndexCut> cuts, int tasks) {
        return cuts.<IndexBatch>flatMap(
                        (cut, out) -> {
                            for (IndexBatch batch : cut.batches()) {
                                out.collect(batch);
                            }
                        },
                        TypeInformation.of(IndexBatch.class))
                .name("index-batches")
                .uid("index-batches")
                .keyBy(batch -> KEYS[batch.shard()], TypeInformation.of(Integer.class))
                .process(
                        new InOrderOfTime<Integer, IndexBatch>(
                                IndexBatch.class, IndexBatch::time, (one, other) -> one.subject()
                                        .compareTo(other.subject())),
                        TypeInformation.of(IndexBatch.class))
                .setParallelism(tasks)
                .setMaxParallelism(KEY_GROUPS)
                .name("batches-in-order")
                .uid("batches-in-order")
                .keyBy(batch -> KEYS[batch.shard()], TypeInformation.of(Integer.class))
                .process(
                        new DetectorFunction<Integer, IndexBatch, IndexHits>(IndexBatch::time, batch -> false)
                                .with("index", new IndexShard(KEPT), ShardState.class),
                        TypeInformation.of(IndexHits.class))
                .setParallelism(tasks)
                .setMaxParallelism(KEY_GROUPS)
                .name("index")
                .uid("index");
    }

    /** What of each programme was heard before, every few seconds. */
    public DataStream<RepeatReport> reports() {
        return reports;
    }

    /** Programmes that are loops. */
    public DataStream<Finding> loops() {
        return reports.keyBy(report -> report.subject().place(), TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, RepeatReport, Finding>(RepeatReport::time, RepeatReport::ended)
                                .with("loops", new LoopDetector(LoopSettings.DEFAULTS), LoopState.class),
                        TypeInformation.of(Finding.class))
                .name("loops")
                .uid("loops");
    }

    /** What the result file tells of what was heard before. */
    public DataStream<ResultRecord> records() {
        return reports.keyBy(report -> report.subject().place(), TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, RepeatReport, RepetitionRecord>(
                                        RepeatReport::time, RepeatReport::ended)
                                .with(
                                        "repetition",
                                        new RepetitionAssessor(LoopSettings.DEFAULTS),
                                        RepetitionState.class),
                        TypeInformation.of(RepetitionRecord.class))
                .name("repetition")
                .uid("repetition")
                .map(ResultRecord::of, TypeInformation.of(ResultRecord.class))
                .name("repetition-records")
                .uid("repetition-records");
    }

    /**
     * Unlicensed carriers that belong together.
     *
     * @param findings about carriers
     */
    public DataStream<Finding> links(DataStream<Finding> findings) {
        DataStream<LinkNews> unlicensed = findings.filter(finding -> finding.kind() == IncidentKind.UNLICENSED_CARRIER)
                .name("unlicensed")
                .uid("unlicensed")
                .map(LinkNews::of, TypeInformation.of(LinkNews.class))
                .name("unlicensed-news")
                .uid("unlicensed-news");
        return reports.filter(report -> report.subject().channelHz() != 0)
                .name("carrier-repeats")
                .uid("carrier-repeats")
                .map(LinkNews::of, TypeInformation.of(LinkNews.class))
                .name("repeat-news")
                .uid("repeat-news")
                .union(unlicensed)
                .keyBy(news -> ALL, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, LinkNews>(LinkNews.class, LinkNews::time, LinkNews::order),
                        TypeInformation.of(LinkNews.class))
                .name("news-in-order")
                .uid("news-in-order")
                .keyBy(news -> ALL, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, LinkNews, Finding>(LinkNews::time, news -> false)
                                .with("links", new LinkDetector(), LinkState.class),
                        TypeInformation.of(Finding.class))
                .name("links")
                .uid("links");
    }
}

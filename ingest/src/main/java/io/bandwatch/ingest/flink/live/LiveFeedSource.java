package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.flink.enumerator.DealingEnumerator;
import io.bandwatch.ingest.flink.enumerator.Undealt;
import io.bandwatch.ingest.flink.enumerator.UndealtSerializer;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Live feeds as an unbounded source of looks: each feed brings one a second, whether or not anything comes of it, so that time
 * goes on. It ends only where it is told to, or where all its feeds are files that are not looped.
 */
public final class LiveFeedSource implements Source<FeedFrame, LiveSplit, Undealt<LiveSplit>> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<LiveFeedSpec> feeds;
    private final @Nullable Duration atMost;
    private final @Nullable PrerollSettings preroll;
    private final @Nullable String hold;

    /** Feeds of whose raw bytes nothing is kept. */
    public LiveFeedSource(List<LiveFeedSpec> feeds, @Nullable Duration atMost) {
        this(feeds, atMost, null, null);
    }

    /**
     * @param feeds whose names are different
     * @param atMost how long to watch, or null for ever
     * @param preroll how much of the raw bytes of each is kept on its host, or null for nothing
     * @param hold what keeps them open from one job of this process to the next, or null
     */
    public LiveFeedSource(
            List<LiveFeedSpec> feeds,
            @Nullable Duration atMost,
            @Nullable PrerollSettings preroll,
            @Nullable FeedHold hold) {
        this.atMost = atMost;
        this.preroll = preroll;
        this.hold = hold == null ? null : hold.name();
        this.feeds = new ArrayList<>(feeds);
    }

    /** Event time of this source: its looks carry it, and each feed's looks come in order; those of its services come later. */
    public WatermarkStrategy<FeedFrame> watermarks() {
        String kept = hold;
        return WatermarkStrategy.forGenerator(context -> {
            FeedHold held = kept == null ? null : FeedHold.named(kept);
            return new LiveWatermarks(held == null ? feed -> new HashMap<>() : held::servicesOf);
        });
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<FeedFrame, LiveSplit> createReader(SourceReaderContext context) {
        return LiveReader.of(atMost, preroll, hold == null ? null : FeedHold.named(hold), context);
    }

    @Override
    public SplitEnumerator<LiveSplit, Undealt<LiveSplit>> createEnumerator(SplitEnumeratorContext<LiveSplit> context) {
        List<LiveSplit> splits = feeds.stream().map(LiveSplit::new).toList();
        return new DealingEnumerator<>(context, new Undealt<>(splits));
    }

    @Override
    public SplitEnumerator<LiveSplit, Undealt<LiveSplit>> restoreEnumerator(
            SplitEnumeratorContext<LiveSplit> context, Undealt<LiveSplit> checkpoint) {
        return new DealingEnumerator<>(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<LiveSplit> getSplitSerializer() {
        return new LiveSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Undealt<LiveSplit>> getEnumeratorCheckpointSerializer() {
        return new UndealtSerializer<>(new LiveSplitSerializer());
    }
}

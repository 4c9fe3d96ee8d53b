package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the looks of its feeds in the order in which they are made. The feeds receive and measure on threads of their own;
 * the fetcher waits for looks only.
 */
final class LiveSplitReader implements SplitReader<FeedFrame, LiveSplit> {
    private static final long POLL_MS = 100;

    private final OpenFeeds feeds;
    private final Runnable closing;
    private final @Nullable Duration atMost;
    private final @Nullable PrerollSettings preroll;
    private final Clocks clocks;

    /** @param closing what becomes of the feeds when the reader ends */
    LiveSplitReader(
            OpenFeeds feeds,
            Runnable closing,
            @Nullable Duration atMost,
            @Nullable PrerollSettings preroll,
            Clocks clocks) {
        this.feeds = feeds;
        this.closing = closing;
        this.atMost = atMost;
        this.preroll = preroll;
        this.clocks = clocks;
    }

    @Override
    public RecordsWithSplitIds<FeedFrame> fetch() throws IOException {
        RecordsBySplits.Builder<FeedFrame> records = new RecordsBySplits.Builder<>();
        for (FeedFrame look : feeds.take(POLL_MS)) {
            records.add(look.feed(), look);
            if (OpenFeeds.isEnd(look)) {
                records.addFinishedSplit(look.feed());
            }
        }
        feeds.check();
        return records.build();
    }

    @Override
    public void handleSplitsChanges(SplitsChange<LiveSplit> change) {
        change.splits().forEach(split -> feeds.start(split.spec(), atMost, preroll, clocks));
    }

    /** A fetch waits for a tenth of a second at most. */
    @Override
    public void wakeUp() {}

    @Override
    public void close() {
        closing.run();
    }
}

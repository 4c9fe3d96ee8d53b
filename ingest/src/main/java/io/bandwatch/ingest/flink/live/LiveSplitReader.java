package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.LiveFeed;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import io.bandwatch.signal.FrameKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    /** Looks that can wait: a few seconds of twenty feeds. */
    private static final int MOST_WAITING = 128;

    private static final long POLL_MS = 100;

    private final BlockingQueue<FeedFrame> looks = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<String, LiveFeed> feeds = new LinkedHashMap<>();
    private final @Nullable Duration atMost;
    private final @Nullable PrerollSettings preroll;
    private final Clocks clocks;

    LiveSplitReader(@Nullable Duration atMost, @Nullable PrerollSettings preroll, Clocks clocks) {
        this.atMost = atMost;
        this.preroll = preroll;
        this.clocks = clocks;
    }

    @Override
    public RecordsWithSplitIds<FeedFrame> fetch() throws IOException {
        RecordsBySplits.Builder<FeedFrame> records = new RecordsBySplits.Builder<>();
        List<FeedFrame> made = new ArrayList<>();
        try {
            FeedFrame first = looks.poll(POLL_MS, TimeUnit.MILLISECONDS);
            if (first != null) {
                made.add(first);
                looks.drainTo(made);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        for (FeedFrame look : made) {
            records.add(look.feed(), look);
            if (look.kind() == FrameKind.ENDED && look.av() == null) {
                records.addFinishedSplit(look.feed());
                close(feeds.remove(look.feed()));
            }
        }
        check();
        return records.build();
    }

    private void check() throws IOException {
        for (Map.Entry<String, LiveFeed> feed : feeds.entrySet()) {
            RuntimeException failure = feed.getValue().failure();
            if (failure != null) {
                throw new IOException("feed " + feed.getKey() + " cannot be measured: " + failure, failure);
            }
        }
    }

    @Override
    public void handleSplitsChanges(SplitsChange<LiveSplit> change) {
        for (LiveSplit split : change.splits()) {
            LiveFeed feed = new LiveFeed(split.spec(), atMost, preroll, looks, clocks);
            feeds.put(split.splitId(), feed);
            feed.start();
        }
    }

    /** A fetch waits for a tenth of a second at most. */
    @Override
    public void wakeUp() {}

    @Override
    public void close() {
        feeds.values().forEach(LiveSplitReader::close);
        feeds.clear();
    }

    private static void close(@Nullable LiveFeed feed) {
        if (feed != null) {
            feed.close();
        }
    }
}

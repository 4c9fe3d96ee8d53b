package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.jspecify.annotations.Nullable;

/** The reader of live feeds. */
@SuppressWarnings("try") // Flink closes readers, and its base class may be interrupted at it
final class LiveReader extends SingleThreadMultiplexSourceReaderBase<FeedFrame, FeedFrame, LiveSplit, LiveSplit> {
    /**
     * @param hold what keeps the feeds open for the next reader, or null where they are closed with this one
     */
    static LiveReader of(
            @Nullable Duration atMost,
            @Nullable PrerollSettings preroll,
            @Nullable FeedHold hold,
            SourceReaderContext context) {
        int subtask = context.getIndexOfSubtask();
        OpenFeeds feeds = hold == null ? new OpenFeeds() : hold.of(subtask);
        Runnable closing = hold == null ? feeds::close : () -> hold.ended(subtask);
        return new LiveReader(
                () -> new LiveSplitReader(feeds, closing, atMost, preroll, Clocks.SYSTEM), feeds::handedOn, context);
    }

    private LiveReader(
            Supplier<SplitReader<FeedFrame, LiveSplit>> reading,
            Consumer<FeedFrame> handedOn,
            SourceReaderContext context) {
        super(
                reading,
                (look, output, split) -> {
                    output.collect(look, look.end().toEpochMilli());
                    handedOn.accept(look);
                },
                new Configuration(),
                context);
    }

    @Override
    protected void onSplitFinished(Map<String, LiveSplit> finished) {
        // all splits were assigned at once, there is none to ask for
    }

    @Override
    protected LiveSplit initializedState(LiveSplit split) {
        return split;
    }

    @Override
    protected LiveSplit toSplitType(String splitId, LiveSplit state) {
        return state;
    }
}

package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.jspecify.annotations.Nullable;

/** The reader of live feeds. */
@SuppressWarnings("try") // Flink closes readers, and its base class may be interrupted at it
final class LiveReader extends SingleThreadMultiplexSourceReaderBase<FeedFrame, FeedFrame, LiveSplit, LiveSplit> {
    LiveReader(@Nullable Duration atMost, @Nullable PrerollSettings preroll, SourceReaderContext context) {
        super(
                () -> new LiveSplitReader(atMost, preroll, Clocks.SYSTEM),
                (look, output, split) -> output.collect(look, look.end().toEpochMilli()),
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

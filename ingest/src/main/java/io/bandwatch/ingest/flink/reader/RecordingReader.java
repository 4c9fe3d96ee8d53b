package io.bandwatch.ingest.flink.reader;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.flink.split.RecordingSplit;
import io.bandwatch.ingest.flink.split.RecordingSplitState;
import io.bandwatch.ingest.frames.MeasuredFrame;
import io.bandwatch.ingest.frames.Measuring;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.metrics.Gauge;

/** The reader of a recording source. */
@SuppressWarnings("try") // Flink closes readers, and its base class may be interrupted at it
public final class RecordingReader
        extends SingleThreadMultiplexSourceReaderBase<MeasuredFrame, FeedFrame, RecordingSplit, RecordingSplitState> {
    /** Name of the gauge that tells how much of the recordings has been read. */
    public static final String PROGRESS_GAUGE = "progressPercent";

    private RecordingReader(Progress progress, Measuring measuring, SourceReaderContext context) {
        super(
                () -> new RecordingSplitReader(progress, measuring),
                // emit, then advance: a checkpoint never counts a frame that has not left
                (measured, output, state) -> {
                    output.collect(measured.frame(), measured.frame().end().toEpochMilli());
                    state.advance(measured);
                },
                new Configuration(),
                context);
    }

    /**
     * A reader whose progress can be seen as a gauge.
     *
     * @param measuring how they are measured
     */
    public static RecordingReader create(SourceReaderContext context, Measuring measuring) {
        Progress progress = new Progress();
        context.metricGroup().gauge(PROGRESS_GAUGE, (Gauge<Double>) progress::percent);
        return new RecordingReader(progress, measuring, context);
    }

    @Override
    protected void onSplitFinished(Map<String, RecordingSplitState> finished) {
        // bounded: all splits were assigned at once, there is none to ask for
    }

    @Override
    protected RecordingSplitState initializedState(RecordingSplit split) {
        return new RecordingSplitState(split);
    }

    @Override
    protected RecordingSplit toSplitType(String splitId, RecordingSplitState state) {
        return state.toSplit();
    }
}

package io.bandwatch.ingest.flink;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.flink.enumerator.DealingEnumerator;
import io.bandwatch.ingest.flink.enumerator.Undealt;
import io.bandwatch.ingest.flink.enumerator.UndealtSerializer;
import io.bandwatch.ingest.flink.reader.RecordingReader;
import io.bandwatch.ingest.flink.split.RecordingSplit;
import io.bandwatch.ingest.flink.split.RecordingSplitSerializer;
import io.bandwatch.ingest.frames.Measuring;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Recordings as a bounded source of frames: one feed is one split, its state the offset of the next frame. */
public final class RecordingSource implements Source<FeedFrame, RecordingSplit, Undealt<RecordingSplit>> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<byte[]> splits = new ArrayList<>();

    private final Measuring measuring;

    /**
     * @param recordings recordings, whose feeds have different names
     * @param measuring how they are measured
     */
    public RecordingSource(List<Recording> recordings, Measuring measuring) {
        this.measuring = measuring;
        for (Recording recording : recordings) {
            splits.add(new RecordingSplitSerializer().serialize(RecordingSplit.of(recording)));
        }
    }

    /** Event time of this source: its frames carry it, and each feed's frames come in order. */
    public static WatermarkStrategy<FeedFrame> watermarks() {
        return WatermarkStrategy.forMonotonousTimestamps();
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<FeedFrame, RecordingSplit> createReader(SourceReaderContext context) {
        return RecordingReader.create(context, measuring);
    }

    @Override
    public SplitEnumerator<RecordingSplit, Undealt<RecordingSplit>> createEnumerator(
            SplitEnumeratorContext<RecordingSplit> context) throws java.io.IOException {
        List<RecordingSplit> unread = new ArrayList<>();
        for (byte[] split : splits) {
            unread.add(new RecordingSplitSerializer().deserialize(RecordingSplitSerializer.VERSION, split));
        }
        return new DealingEnumerator<>(context, new Undealt<>(unread));
    }

    @Override
    public SplitEnumerator<RecordingSplit, Undealt<RecordingSplit>> restoreEnumerator(
            SplitEnumeratorContext<RecordingSplit> context, Undealt<RecordingSplit> checkpoint) {
        return new DealingEnumerator<>(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<RecordingSplit> getSplitSerializer() {
        return new RecordingSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Undealt<RecordingSplit>> getEnumeratorCheckpointSerializer() {
        return new UndealtSerializer<>(new RecordingSplitSerializer());
    }
}

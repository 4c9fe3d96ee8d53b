package io.bandwatch.ingest.flink.enumerator;

import io.bandwatch.ingest.flink.split.RecordingSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Deals the feeds out to the readers in turn, all at once, as soon as every reader has registered: which reader takes
 * which feed, and the order in which a reader merges its feeds, are then functions of the input alone.
 */
public final class RecordingEnumerator implements SplitEnumerator<RecordingSplit, RecordingEnumeratorState> {
    private final SplitEnumeratorContext<RecordingSplit> context;
    private final List<RecordingSplit> unassigned;

    public RecordingEnumerator(SplitEnumeratorContext<RecordingSplit> context, RecordingEnumeratorState state) {
        this.context = context;
        this.unassigned = new ArrayList<>(state.unassigned());
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {}

    @Override
    public void addSplitsBack(List<RecordingSplit> splits, int subtaskId) {
        unassigned.addAll(splits);
    }

    @Override
    public void addReader(int subtaskId) {
        if (context.registeredReaders().size() < context.currentParallelism()) {
            return;
        }
        Map<Integer, List<RecordingSplit>> dealt = new TreeMap<>();
        for (int i = 0; i < unassigned.size(); i++) {
            dealt.computeIfAbsent(i % context.currentParallelism(), reader -> new ArrayList<>())
                    .add(unassigned.get(i));
        }
        unassigned.clear();
        context.assignSplits(new SplitsAssignment<>(dealt));
        context.registeredReaders().keySet().stream().sorted().forEach(context::signalNoMoreSplits);
    }

    @Override
    public RecordingEnumeratorState snapshotState(long checkpointId) {
        return new RecordingEnumeratorState(unassigned);
    }

    @Override
    public void close() {}
}

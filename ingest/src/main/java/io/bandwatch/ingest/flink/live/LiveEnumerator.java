package io.bandwatch.ingest.flink.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/** Deals the feeds out to the readers in turn, as soon as every reader has registered. A reader that was lost gets its own back. */
final class LiveEnumerator implements SplitEnumerator<LiveSplit, LiveEnumeratorState> {
    private final SplitEnumeratorContext<LiveSplit> context;
    private final List<LiveSplit> unassigned;

    LiveEnumerator(SplitEnumeratorContext<LiveSplit> context, LiveEnumeratorState state) {
        this.context = context;
        this.unassigned = new ArrayList<>(state.unassigned());
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {}

    @Override
    public void addSplitsBack(List<LiveSplit> splits, int subtaskId) {
        unassigned.addAll(splits);
    }

    @Override
    public void addReader(int subtaskId) {
        int readers = context.currentParallelism();
        if (context.registeredReaders().size() < readers) {
            return;
        }
        Map<Integer, List<LiveSplit>> dealt = new TreeMap<>();
        for (int i = 0; i < unassigned.size(); i++) {
            dealt.computeIfAbsent(i % readers, reader -> new ArrayList<>()).add(unassigned.get(i));
        }
        unassigned.clear();
        context.assignSplits(new SplitsAssignment<>(dealt));
        context.registeredReaders().keySet().stream().sorted().forEach(context::signalNoMoreSplits);
    }

    @Override
    public LiveEnumeratorState snapshotState(long checkpointId) {
        return new LiveEnumeratorState(unassigned);
    }

    @Override
    public void close() {}
}

package io.bandwatch.ingest.flink.enumerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Deals the feeds out to the readers in turn, all at once, as soon as every reader has registered: which reader takes
 * which feed, and the order in which a reader merges its feeds, are then functions of the input alone. A reader that was
 * lost gets its own back.
 */
public final class DealingEnumerator<T extends SourceSplit> implements SplitEnumerator<T, Undealt<T>> {
    private final SplitEnumeratorContext<T> context;
    private final List<T> unassigned;

    public DealingEnumerator(SplitEnumeratorContext<T> context, Undealt<T> state) {
        this.context = context;
        this.unassigned = new ArrayList<>(state.splits());
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {}

    @Override
    public void addSplitsBack(List<T> splits, int subtaskId) {
        unassigned.addAll(splits);
    }

    @Override
    public void addReader(int subtaskId) {
        if (context.registeredReaders().size() < context.currentParallelism()) {
            return;
        }
        Map<Integer, List<T>> dealt = new TreeMap<>();
        for (int i = 0; i < unassigned.size(); i++) {
            dealt.computeIfAbsent(i % context.currentParallelism(), reader -> new ArrayList<>())
                    .add(unassigned.get(i));
        }
        unassigned.clear();
        context.assignSplits(new SplitsAssignment<>(dealt));
        context.registeredReaders().keySet().stream().sorted().forEach(context::signalNoMoreSplits);
    }

    @Override
    public Undealt<T> snapshotState(long checkpointId) {
        return new Undealt<>(unassigned);
    }

    @Override
    public void close() {}
}

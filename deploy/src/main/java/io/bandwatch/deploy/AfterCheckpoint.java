package io.bandwatch.deploy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what came when a checkpoint covers it. What is made of live feeds after a checkpoint is made anew after a crash, from what comes
 * then, and comes out otherwise: whatever was told before would have been told of something that never was. Where no checkpoint
 * completes for a minute, all is handed on nevertheless: told twice is better than never. The order of what one task gets is kept.
 *
 * @param <T> what is handed on
 */
final class AfterCheckpoint<T> extends AbstractStreamOperator<T> implements OneInputStreamOperator<T, T> {
    private static final long serialVersionUID = 1L;
    private static final long NO_CHECKPOINT = Long.MAX_VALUE;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TypeInformation<T> type;
    private transient @Nullable ListState<T> kept;
    private transient @Nullable Deque<Held<T>> held;

    /** What waits: since when, and the first checkpoint that covers it. */
    private record Held<T>(T value, long sinceMs, long checkpoint) {}

    /** Holds nothing yet. */
    AfterCheckpoint(TypeInformation<T> type) {
        this.type = type;
    }

    /**
     * What came, as checkpoints cover it.
     *
     * @param name of the operator, and its uid
     */
    static <T> SingleOutputStreamOperator<T> of(DataStream<T> values, String name) {
        TypeInformation<T> type = values.getType();
        return values.transform(name, type, new AfterCheckpoint<>(type)).uid(name);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        ListState<T> state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("held", type));
        Deque<Held<T>> restored = new ArrayDeque<>();
        for (T value : state.get()) {
            // the checkpoint that it comes from covers it; whether it was handed on then is not known
            restored.add(new Held<>(value, nowMs(), 0));
        }
        kept = state;
        held = restored;
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        waiting().add(new Held<>(element.getValue(), nowMs(), NO_CHECKPOINT));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        Held<T> oldest = waiting().peek();
        if (oldest != null && nowMs() - oldest.sinceMs() > PATIENCE.toMillis()) {
            LOG.warn(
                    "no checkpoint for {} s: what waits for one ({}) is told, and may be told again, and otherwise, if this process ends",
                    PATIENCE.toSeconds(),
                    getOperatorName());
            handOn(NO_CHECKPOINT);
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        Deque<Held<T>> covered = new ArrayDeque<>();
        List<T> values = new ArrayList<>();
        for (Held<T> one : waiting()) {
            covered.add(new Held<>(one.value(), one.sinceMs(), Math.min(one.checkpoint(), context.getCheckpointId())));
            values.add(one.value());
        }
        held = covered;
        Objects.requireNonNull(kept).update(values);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        handOn(checkpoint);
    }

    /** The feeds are at their ends: nothing is made anew. */
    @Override
    public void finish() throws Exception {
        handOn(NO_CHECKPOINT);
        super.finish();
    }

    private void handOn(long checkpoint) {
        Deque<Held<T>> waiting = waiting();
        while (!waiting.isEmpty() && waiting.element().checkpoint() <= checkpoint) {
            output.collect(new StreamRecord<>(waiting.remove().value()));
        }
    }

    private Deque<Held<T>> waiting() {
        return Objects.requireNonNull(held);
    }

    private long nowMs() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }
}

package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts numbers in state and breaks down at one of them until a file says it is mended. */
final class Counting extends KeyedProcessFunction<Integer, Long, Long> {
    /** Accumulator: the highest count, over all runs. */
    static final String COUNT = "count";
    /** Accumulator: numbers seen in this run. */
    static final String SEEN = "seen";

    private static final long serialVersionUID = 1L;

    private final long breaksAt;
    private final String mended;
    private final LongMaximum highest = new LongMaximum();
    private final LongCounter seen = new LongCounter();
    private transient ValueState<Long> count;

    Counting(long breaksAt, Path mended) {
        this.breaksAt = breaksAt;
        this.mended = mended.toString();
    }

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        getRuntimeContext().addAccumulator(COUNT, highest);
        getRuntimeContext().addAccumulator(SEEN, seen);
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
        if (number == breaksAt && !Files.exists(Path.of(mended))) {
            throw new IOException("the counter broke at " + number);
        }
        Long before = count.value();
        count.update(before == null ? 1 : before + 1);
        highest.add(count.value());
        seen.add(1L);
    }
}

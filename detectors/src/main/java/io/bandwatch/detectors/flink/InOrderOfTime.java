package io.bandwatch.detectors.flink;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what came by several ways in the order of its time, which is what detectors of several feeds need: holds each
 * until the watermark says that nothing earlier follows.
 *
 * @param <K> key
 * @param <T> what is handed on
 */
public final class InOrderOfTime<K, T> extends KeyedProcessFunction<K, T, T> {
    private static final long serialVersionUID = 1L;

    private final TimeOf<T> timeOf;
    private final OrderOf<T> orderOf;
    private final Class<T> type;
    private transient @Nullable MapState<Long, List<T>> held;

    /** Time of what is handed on. */
    public interface TimeOf<T> extends Function<T, Instant>, Serializable {}

    /** Order of what has the same time. */
    public interface OrderOf<T> extends Comparator<T>, Serializable {}

    /**
     * @param type class of what is handed on
     * @param timeOf its time
     * @param orderOf order where that is the same
     */
    public InOrderOfTime(Class<T> type, TimeOf<T> timeOf, OrderOf<T> orderOf) {
        this.type = type;
        this.timeOf = timeOf;
        this.orderOf = orderOf;
    }

    @Override
    public void open(OpenContext context) {
        held = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("held", Types.LONG, Types.LIST(TypeInformation.of(type))));
    }

    @Override
    public void processElement(T value, Context context, Collector<T> out) throws Exception {
        MapState<Long, List<T>> waiting = Objects.requireNonNull(held);
        long timeMs = timeOf.apply(value).toEpochMilli();
        List<T> same = waiting.get(timeMs);
        List<T> next = same == null ? new ArrayList<>() : new ArrayList<>(same);
        next.add(value);
        waiting.put(timeMs, next);
        context.timerService().registerEventTimeTimer(timeMs);
    }

    @Override
    public void onTimer(long timeMs, OnTimerContext context, Collector<T> out) throws Exception {
        MapState<Long, List<T>> waiting = Objects.requireNonNull(held);
        List<T> due = waiting.get(timeMs);
        if (due == null) {
            return;
        }
        List<T> sorted = new ArrayList<>(due);
        sorted.sort(Comparator.comparing(timeOf).thenComparing(orderOf));
        sorted.forEach(out::collect);
        waiting.remove(timeMs);
    }
}

package io.bandwatch.detectors.flink;

import io.bandwatch.detectors.Detector;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link Detector}s on a keyed stream: keeps their states, wakes each at its deadline, hands on what they find, in the
 * order in which they were given. Detectors of the same key and observation share one function, because each edge of the
 * job serialises every observation.
 *
 * <p>A deadline that is due is shown before the observation that is later than it, whether or not the watermark has come
 * so far; the event-time timer serves only those after which nothing more is observed. So what comes out is a function
 * of the observations alone. After the last observation of a key nothing of it remains.
 *
 * @param <K> key
 * @param <O> observation
 * @param <F> what the detectors find
 */
public final class DetectorFunction<K, O, F> extends KeyedProcessFunction<K, O, F> {
    private static final long serialVersionUID = 1L;

    private final List<HostedDetector<O, ?, F>> detectors = new ArrayList<>();
    private final TimeOf<O> timeOf;
    private final IsLast<O> isLast;
    private transient @Nullable ValueState<Long> timerMs;

    /** Event time of an observation: the start of its look. */
    public interface TimeOf<O> extends Function<O, Instant>, Serializable {}

    /** Whether nothing follows an observation of this key, so that its state can go. */
    public interface IsLast<O> extends Predicate<O>, Serializable {}

    /**
     * Runs nothing yet.
     *
     * @param timeOf event time of an observation
     * @param isLast whether it ends the recording
     */
    public DetectorFunction(TimeOf<O> timeOf, IsLast<O> isLast) {
        this.timeOf = timeOf;
        this.isLast = isLast;
    }

    /**
     * Runs one more detector.
     *
     * @param name name of its state, unique in this function and the same for ever
     * @param detector configuration only, no memory
     * @param stateClass class of its state, a public record of types that Flink serialises itself
     */
    public <S> DetectorFunction<K, O, F> with(String name, Detector<O, S, F> detector, Class<S> stateClass) {
        detectors.add(new HostedDetector<>(name, detector, stateClass));
        return this;
    }

    @Override
    public void open(OpenContext context) {
        for (HostedDetector<O, ?, F> hosted : detectors) {
            hosted.open(getRuntimeContext());
        }
        timerMs = getRuntimeContext().getState(new ValueStateDescriptor<>("timer", TypeInformation.of(Long.class)));
    }

    @Override
    public void processElement(O observation, Context context, Collector<F> out) throws Exception {
        Instant time = timeOf.apply(observation);
        boolean last = isLast.test(observation);
        for (HostedDetector<O, ?, F> hosted : detectors) {
            hosted.showDeadlinesUpTo(time, out);
            hosted.show(observation, out);
            if (last) {
                hosted.clear();
            }
        }
        wakeAtNext(context.timerService());
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<F> out) throws Exception {
        for (HostedDetector<O, ?, F> hosted : detectors) {
            hosted.showDeadlinesUpTo(Instant.ofEpochMilli(timestampMs), out);
        }
        wakeAtNext(context.timerService());
    }

    /** One timer serves all: two detectors may wait for the same millisecond, for which Flink knows one timer only. */
    private void wakeAtNext(TimerService timers) throws Exception {
        Instant next = null;
        for (HostedDetector<O, ?, F> hosted : detectors) {
            Instant deadline = hosted.deadline();
            next = next == null || (deadline != null && deadline.isBefore(next)) ? deadline : next;
        }
        ValueState<Long> kept = Objects.requireNonNull(timerMs);
        Long old = kept.value();
        Long wanted = next == null ? null : Long.valueOf(ceilMs(next));
        if (Objects.equals(old, wanted)) {
            return;
        }
        if (old != null) {
            timers.deleteEventTimeTimer(old);
        }
        if (wanted == null) {
            kept.clear();
        } else {
            kept.update(wanted);
            timers.registerEventTimeTimer(wanted);
        }
    }

    /** Timers know milliseconds: the first one at which the deadline has come. */
    private static long ceilMs(Instant time) {
        return time.plusNanos(999_999).toEpochMilli();
    }
}

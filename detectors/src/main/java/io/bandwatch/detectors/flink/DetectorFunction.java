package io.bandwatch.detectors.flink;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Detector.Step;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
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
 * Runs any {@link Detector} on a keyed stream: keeps its state, wakes it at its deadline, hands on what it finds.
 *
 * <p>A deadline that is due is shown before the observation that is later than it, whether or not the watermark has come
 * so far; the event-time timer serves only those after which nothing more is observed. So what comes out is a function
 * of the observations alone. After the last observation of a key nothing of it remains.
 *
 * @param <K> key
 * @param <O> observation
 * @param <S> state of the detector
 * @param <F> what the detector finds
 */
public final class DetectorFunction<K, O, S, F> extends KeyedProcessFunction<K, O, F> {
    private static final long serialVersionUID = 1L;

    private final Detector<O, S, F> detector;
    private final Class<S> stateClass;
    private final TimeOf<O> timeOf;
    private final IsLast<O> isLast;
    private transient @Nullable ValueState<S> state;
    private transient @Nullable ValueState<Instant> deadline;

    /** Event time of an observation: the start of its look. */
    public interface TimeOf<O> extends Function<O, Instant>, Serializable {}

    /** Whether nothing follows an observation of this key, so that its state can go. */
    public interface IsLast<O> extends Predicate<O>, Serializable {}

    /**
     * Adapts a detector.
     *
     * @param detector configuration only, no memory
     * @param stateClass class of its state, a public record of types that Flink serialises itself
     * @param timeOf event time of an observation
     * @param isLast whether it ends the recording
     */
    public DetectorFunction(Detector<O, S, F> detector, Class<S> stateClass, TimeOf<O> timeOf, IsLast<O> isLast) {
        this.detector = detector;
        this.stateClass = stateClass;
        this.timeOf = timeOf;
        this.isLast = isLast;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("detector", TypeInformation.of(stateClass)));
        deadline =
                getRuntimeContext().getState(new ValueStateDescriptor<>("deadline", TypeInformation.of(Instant.class)));
    }

    @Override
    public void processElement(O observation, Context context, Collector<F> out) throws Exception {
        showDeadlinesUpTo(timeOf.apply(observation), context.timerService(), out);
        keep(detector.onObservation(currentState(), observation), context.timerService(), out);
        if (isLast.test(observation)) {
            wakeAt(Optional.empty(), context.timerService());
            Objects.requireNonNull(state).clear();
        }
    }

    @Override
    public void onTimer(long timestampMs, OnTimerContext context, Collector<F> out) throws Exception {
        showDeadlinesUpTo(Instant.ofEpochMilli(timestampMs), context.timerService(), out);
    }

    private void showDeadlinesUpTo(Instant now, TimerService timers, Collector<F> out) throws Exception {
        Instant due = Objects.requireNonNull(deadline).value();
        while (due != null && !due.isAfter(now)) {
            keep(detector.onDeadline(currentState(), due), timers, out);
            Instant next = Objects.requireNonNull(deadline).value();
            if (next != null && !next.isAfter(due)) {
                throw new IllegalStateException(
                        "a detector shown its deadline " + due + " asked to be woken at " + next + " again");
            }
            due = next;
        }
    }

    private void keep(Step<S, F> step, TimerService timers, Collector<F> out) throws Exception {
        step.findings().forEach(out::collect);
        Objects.requireNonNull(state).update(step.next());
        wakeAt(step.wakeAt(), timers);
    }

    private void wakeAt(Optional<Instant> wakeAt, TimerService timers) throws Exception {
        ValueState<Instant> kept = Objects.requireNonNull(deadline);
        Instant old = kept.value();
        Instant wanted = wakeAt.orElse(null);
        if (Objects.equals(old, wanted)) {
            return;
        }
        if (old != null) {
            timers.deleteEventTimeTimer(ceilMs(old));
        }
        if (wanted == null) {
            kept.clear();
        } else {
            kept.update(wanted);
            timers.registerEventTimeTimer(ceilMs(wanted));
        }
    }

    private S currentState() throws Exception {
        S kept = Objects.requireNonNull(state).value();
        return kept == null ? detector.initial() : kept;
    }

    /** Timers know milliseconds: the first one at which the deadline has come. */
    private static long ceilMs(Instant time) {
        return time.plusNanos(999_999).toEpochMilli();
    }
}

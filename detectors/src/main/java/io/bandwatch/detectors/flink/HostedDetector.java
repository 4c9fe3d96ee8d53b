package io.bandwatch.detectors.flink;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Detector.Step;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * One detector with its state and its deadline, of the key under way.
 *
 * @param <O> observation
 * @param <S> state of the detector
 * @param <F> what it finds
 */
final class HostedDetector<O, S, F> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final Detector<O, S, F> detector;
    private final Class<S> stateClass;
    private transient @Nullable ValueState<S> state;
    private transient @Nullable ValueState<Instant> deadline;

    HostedDetector(String name, Detector<O, S, F> detector, Class<S> stateClass) {
        this.name = name;
        this.detector = detector;
        this.stateClass = stateClass;
    }

    void open(RuntimeContext context) {
        state = context.getState(new ValueStateDescriptor<>(name, TypeInformation.of(stateClass)));
        deadline = context.getState(new ValueStateDescriptor<>(name + "-deadline", TypeInformation.of(Instant.class)));
    }

    /** When it wants to be woken, or null. */
    @Nullable
    Instant deadline() throws Exception {
        return Objects.requireNonNull(deadline).value();
    }

    void show(O observation, Collector<F> out) throws Exception {
        keep(detector.onObservation(currentState(), observation), out);
    }

    void showDeadlinesUpTo(Instant now, Collector<F> out) throws Exception {
        Instant due = deadline();
        while (due != null && !due.isAfter(now)) {
            keep(detector.onDeadline(currentState(), due), out);
            Instant next = deadline();
            if (next != null && !next.isAfter(due)) {
                throw new IllegalStateException(
                        name + ", shown its deadline " + due + ", asked to be woken at " + next + " again");
            }
            due = next;
        }
    }

    void clear() {
        Objects.requireNonNull(state).clear();
        Objects.requireNonNull(deadline).clear();
    }

    private void keep(Step<S, F> step, Collector<F> out) throws Exception {
        step.findings().forEach(out::collect);
        Objects.requireNonNull(state).update(step.next());
        ValueState<Instant> kept = Objects.requireNonNull(deadline);
        Instant wanted = step.wakeAt().orElse(null);
        if (Objects.equals(kept.value(), wanted)) {
            return;
        }
        if (wanted == null) {
            kept.clear();
        } else {
            kept.update(wanted);
        }
    }

    private S currentState() throws Exception {
        S kept = Objects.requireNonNull(state).value();
        return kept == null ? detector.initial() : kept;
    }
}

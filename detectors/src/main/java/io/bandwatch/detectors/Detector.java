package io.bandwatch.detectors;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A state machine as a value: {@code (state, observation) -> (next state, findings, wake-up)}. Implementations hold
 * configuration only and never change; all memory is in {@code S}, which Flink keeps. They are serialisable because they
 * travel to where they run.
 *
 * <p>The adapter guarantees: observations of one key arrive in time order; before an observation at time {@code t} is
 * shown, every deadline up to {@code t} has been; a deadline is shown at most once, at its own time. A deadline that is
 * no longer meant must be harmless: an implementation looks at its state, not at the fact that it was woken.
 *
 * @param <O> observation
 * @param <S> state: a public record that Flink can serialise without Kryo
 * @param <F> what comes out
 */
public interface Detector<O, S, F> extends Serializable {
    /** The state before anything was seen. */
    S initial();

    /** Takes in one observation. */
    Step<S, F> onObservation(S state, O observation);

    /** Called when the time of an earlier {@link Step#wakeAt()} has come and nothing was observed before it. */
    Step<S, F> onDeadline(S state, Instant now);

    /**
     * The outcome of one call.
     *
     * @param next state to keep
     * @param findings what came out, in order
     * @param wakeAt the one deadline to be woken at; replaces the earlier one, and empty cancels it
     */
    record Step<S, F>(S next, List<F> findings, Optional<Instant> wakeAt) {
        /** Nothing to say, nobody to wake. */
        public static <S, F> Step<S, F> quiet(S next) {
            return new Step<>(next, List.of(), Optional.empty());
        }

        /** The same outcome for a state of which {@code next} is a part. */
        public <T> Step<T, F> with(T whole) {
            return new Step<>(whole, findings, wakeAt);
        }
    }
}

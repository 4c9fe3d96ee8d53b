package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Detector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells which insertions were scheduled while a station was watched: each once, in the interval in which it ended; those that were
 * not over when there was no more to watch, then. Sees the times of one place in order of their ends.
 */
public final class ScheduledInsertions implements Detector<StationTime, ScheduledState, AuthorisedInsertion> {
    private static final long serialVersionUID = 1L;

    private final InsertionSchedule schedule;

    public ScheduledInsertions(InsertionSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public ScheduledState initial() {
        return ScheduledState.NOTHING;
    }

    @Override
    public Step<ScheduledState, AuthorisedInsertion> onObservation(ScheduledState state, StationTime time) {
        List<AuthorisedInsertion> told =
                schedule.during(time.station(), time.subject(), time.from(), time.to()).stream()
                        .filter(insertion -> !state.told().contains(insertion.id()))
                        .filter(insertion -> time.last() || !insertion.end().isAfter(time.to()))
                        .toList();
        return new Step<>(state.with(told), told, Optional.empty());
    }

    @Override
    public Step<ScheduledState, AuthorisedInsertion> onDeadline(ScheduledState state, Instant now) {
        return Step.quiet(state);
    }
}

package io.bandwatch.alerts.push.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the rules remember. Values that did not change are the same objects from one state to the next.
 *
 * @param incidents by id
 * @param batches by {@link Batch#key()}
 */
public record PlanState(SortedMap<String, Tracked> incidents, SortedMap<String, Batch> batches) {
    /** At the very beginning. */
    public static final PlanState EMPTY = new PlanState(new TreeMap<>(), new TreeMap<>());

    public PlanState {
        incidents = Collections.unmodifiableSortedMap(incidents);
        batches = Collections.unmodifiableSortedMap(batches);
    }

    /** When there is something to tell next, if nothing else happens. */
    public Optional<Instant> wakeAt() {
        Stream<Instant> ends = batches.values().stream().map(Batch::until);
        Stream<Instant> reminders = incidents.values().stream()
                .filter(Tracked::isOpen)
                .map(Tracked::telling)
                .flatMap(telling ->
                        Stream.of(Optional.ofNullable(telling.repeat()), Optional.ofNullable(telling.escalation())))
                .flatMap(Optional::stream)
                .map(Telling.Reminder::at);
        return Stream.concat(ends, reminders).min(Instant::compareTo);
    }
}

package io.bandwatch.detectors.content.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What was told of a schedule at one place.
 *
 * @param told ids of insertions, the latest last; at most {@value #MOST}
 */
public record ScheduledState(List<String> told) {
    static final ScheduledState NOTHING = new ScheduledState(List.of());

    private static final int MOST = 256;

    ScheduledState with(List<AuthorisedInsertion> insertions) {
        List<String> next = new ArrayList<>(told);
        insertions.forEach(insertion -> next.add(insertion.id()));
        return new ScheduledState(List.copyOf(next.subList(Math.max(0, next.size() - MOST), next.size())));
    }
}

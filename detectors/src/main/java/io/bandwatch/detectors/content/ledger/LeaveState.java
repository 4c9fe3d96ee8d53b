package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@link LeaveDetector} remembers of a feed.
 *
 * @param allowed what streams announced
 * @param held loops that are told if they go on, as they were told last
 * @param recorded keys of clips that are on air by leave
 */
public record LeaveState(Allowed allowed, List<Finding> held, List<String> recorded) {
    static final LeaveState NOTHING = new LeaveState(Allowed.NOTHING, List.of(), List.of());

    LeaveState with(Allowed next) {
        return new LeaveState(next, held, recorded);
    }

    Optional<Finding> held(Finding finding) {
        return held.stream()
                .filter(one -> one.incidentKey().equals(finding.incidentKey()))
                .findFirst();
    }

    LeaveState holding(Finding finding) {
        List<Finding> next = new ArrayList<>(letGo(finding).held);
        next.add(finding);
        return new LeaveState(allowed, List.copyOf(next), recorded);
    }

    LeaveState letGo(Finding finding) {
        List<Finding> next = held.stream()
                .filter(one -> !one.incidentKey().equals(finding.incidentKey()))
                .toList();
        return new LeaveState(allowed, next, recorded);
    }

    LeaveState ended(Subject subject) {
        List<Finding> next =
                held.stream().filter(one -> !one.subject().equals(subject)).toList();
        return new LeaveState(allowed, next, recorded);
    }

    LeaveState recording(String key) {
        List<String> next = new ArrayList<>(recorded);
        next.add(key);
        return new LeaveState(allowed, held, List.copyOf(next));
    }

    LeaveState recorded(String key) {
        return new LeaveState(
                allowed, held, recorded.stream().filter(one -> !one.equals(key)).toList());
    }
}

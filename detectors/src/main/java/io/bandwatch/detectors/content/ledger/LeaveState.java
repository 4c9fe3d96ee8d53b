package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link LeaveDetector} remembers of a feed.
 *
 * @param allowed what streams announced
 * @param held loops that are told if they go on, as they were told last
 * @param recorded keys of clips that are on air by leave
 * @param stations which station each carrier is
 */
public record LeaveState(Allowed allowed, List<Finding> held, List<String> recorded, Map<Subject, String> stations) {
    static final LeaveState NOTHING = new LeaveState(Allowed.NOTHING, List.of(), List.of(), Map.of());

    /** With a carrier that is another station, or none. */
    LeaveState with(Subject carrier, String station) {
        Map<Subject, String> next = new HashMap<>(stations);
        if (station.isEmpty()) {
            next.remove(carrier);
        } else {
            next.put(carrier, station);
        }
        return new LeaveState(allowed, held, recorded, Map.copyOf(next));
    }

    LeaveState with(Allowed next) {
        return new LeaveState(next, held, recorded, stations);
    }

    Optional<Finding> held(Finding finding) {
        return held.stream()
                .filter(one -> one.incidentKey().equals(finding.incidentKey()))
                .findFirst();
    }

    LeaveState holding(Finding finding) {
        List<Finding> next = new ArrayList<>(letGo(finding).held);
        next.add(finding);
        return new LeaveState(allowed, List.copyOf(next), recorded, stations);
    }

    LeaveState letGo(Finding finding) {
        List<Finding> next = held.stream()
                .filter(one -> !one.incidentKey().equals(finding.incidentKey()))
                .toList();
        return new LeaveState(allowed, next, recorded, stations);
    }

    LeaveState ended(Subject subject) {
        List<Finding> next =
                held.stream().filter(one -> !one.subject().equals(subject)).toList();
        return new LeaveState(allowed, next, recorded, stations).with(subject, "");
    }

    LeaveState recording(String key) {
        List<String> next = new ArrayList<>(recorded);
        next.add(key);
        return new LeaveState(allowed, held, List.copyOf(next), stations);
    }

    LeaveState recorded(String key) {
        return new LeaveState(
                allowed, held, recorded.stream().filter(one -> !one.equals(key)).toList(), stations);
    }
}

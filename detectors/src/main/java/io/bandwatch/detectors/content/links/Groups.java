package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups while some news is taken in, and what is told of them. */
final class Groups {
    private static final double LEAST = 2;

    private final List<LinkedGroup> groups;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    Groups(List<LinkedGroup> groups, Instant now) {
        this.groups = new ArrayList<>(groups);
        this.now = now;
    }

    List<LinkedGroup> all() {
        return groups;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean linked(Subject one, Subject other) {
        return of(one).map(group -> group.members().contains(other)).orElse(false);
    }

    private Optional<LinkedGroup> of(Subject subject) {
        return groups.stream()
                .filter(group -> group.members().contains(subject))
                .findFirst();
    }

    /** Takes in what links two carriers that were not linked. */
    void link(Link link) {
        Optional<LinkedGroup> one = of(link.one());
        Optional<LinkedGroup> other = of(link.other());
        if (one.isEmpty() && other.isEmpty()) {
            LinkedGroup founded = LinkedGroup.of(link);
            groups.add(founded);
            tell(Phase.RAISED, founded);
        } else if (one.isEmpty() || other.isEmpty()) {
            Subject more = one.isEmpty() ? link.one() : link.other();
            grow(one.or(() -> other).orElseThrow(), link, List.of(more), List.of());
        } else {
            LinkedGroup absorbed = other.get();
            groups.remove(absorbed);
            tell(Phase.ENDED, absorbed);
            grow(one.get(), link, absorbed.members(), absorbed.links());
        }
    }

    private void grow(LinkedGroup group, Link link, List<Subject> members, List<Reason> links) {
        LinkedGroup next = group.with(link, members, links);
        groups.set(groups.indexOf(group), next);
        tell(Phase.ESCALATED, next);
    }

    /** A group of which no carrier is on any more pauses. */
    void turn(Map<String, LinkedCarrier> carriers) {
        for (int i = 0; i < groups.size(); i++) {
            LinkedGroup group = groups.get(i);
            boolean on = group.members().stream().anyMatch(member -> {
                LinkedCarrier carrier = carriers.get(member.place());
                return carrier != null && carrier.on();
            });
            if (on != group.on()) {
                groups.set(i, group.turned(on));
                tell(on ? Phase.RESUMED : Phase.PAUSED, groups.get(i));
            }
        }
    }

    private void tell(Phase phase, LinkedGroup group) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                ReasonCode.LINKED_SETS,
                Reason.Weight.DECISIVE,
                Integer.toString(group.members().size())));
        reasons.addAll(group.links());
        findings.add(new Finding(
                IncidentKind.LINKED_CARRIERS,
                phase,
                group.founder(),
                group.severity(),
                group.onset(),
                phase == Phase.RAISED ? group.onset() : now,
                now,
                now,
                group.members().size(),
                LEAST,
                "carriers",
                reasons.toArray(Reason[]::new),
                ""));
    }
}

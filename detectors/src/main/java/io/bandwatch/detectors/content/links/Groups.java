package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The groups while some news is taken in, and what is told of them. */
final class Groups {
    private static final int LEAST = 2;

    private final List<LinkedGroup> groups;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Subject> changed = new HashSet<>();

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

    /** A name stands for one open incident, also while who has it is no member. */
    private Optional<LinkedGroup> named(Subject subject) {
        return groups.stream().filter(group -> group.founder().equals(subject)).findFirst();
    }

    /** Carriers that are no longer remembered leave. */
    void leave(LinkMemory memory) {
        for (LinkedGroup group : List.copyOf(groups)) {
            LinkedGroup left = group.keeping(member -> memory.carrier(member) != null);
            if (left.members().size() < group.members().size()) {
                replace(group, left);
            }
        }
    }

    /** Takes in what links two carriers that were not linked. */
    void link(Link link) {
        Optional<LinkedGroup> one = of(link.one());
        Optional<LinkedGroup> other = of(link.other());
        if (one.isEmpty() && other.isEmpty()) {
            found(link);
        } else if (one.isEmpty() || other.isEmpty()) {
            LinkedGroup group = one.or(() -> other).orElseThrow();
            replace(group, group.with(link));
        } else {
            // one that nobody knows of yet goes into the other
            boolean known = one.get().sets() > 0 || other.get().sets() == 0;
            LinkedGroup stays = known ? one.get() : other.get();
            LinkedGroup absorbed = known ? other.get() : one.get();
            groups.remove(absorbed);
            if (absorbed.sets() > 0) {
                tell(Phase.ENDED, absorbed, now);
            }
            replace(stays, stays.with(absorbed).with(link));
        }
    }

    private void found(Link link) {
        boolean inOrder = link.one().compareTo(link.other()) <= 0;
        Subject first = inOrder ? link.one() : link.other();
        Subject second = inOrder ? link.other() : link.one();
        Optional<LinkedGroup> taken = named(first);
        if (taken.isPresent() && named(second).isPresent()) {
            replace(taken.get(), taken.get().with(link));
        } else {
            groups.add(LinkedGroup.of(taken.isPresent() ? second : first, link));
        }
    }

    private void replace(LinkedGroup group, LinkedGroup next) {
        groups.set(groups.indexOf(group), next);
        changed.add(next.founder());
    }

    /** Tells what became of the groups: of one that is a single transmitter by now it is over, and one of which none is on pauses. */
    void settle(LinkMemory memory) {
        leave(memory);
        for (LinkedGroup group : List.copyOf(groups)) {
            int sets = memory.sets(group.members());
            if (sets < LEAST) {
                groups.remove(group);
                if (group.sets() > 0) {
                    memory.linkAnew(group.members());
                    tell(Phase.ENDED, group, group.until());
                }
            } else {
                settle(group, sets, memory);
            }
        }
    }

    private void settle(LinkedGroup group, int sets, LinkMemory memory) {
        boolean on = false;
        Instant until = group.until();
        for (Subject member : group.members()) {
            LinkedCarrier carrier = memory.carrier(member);
            on |= carrier != null && carrier.on();
            until = carrier != null && carrier.seen().isAfter(until) ? carrier.seen() : until;
        }
        LinkedGroup next = group.settled(sets, on, until);
        groups.set(groups.indexOf(group), next);
        if (group.sets() == 0) {
            tell(Phase.RAISED, next, now);
        } else if (sets > group.sets()) {
            tell(Phase.ESCALATED, next, now);
        } else if (sets < group.sets() || changed.contains(group.founder())) {
            tell(Phase.REVISED, next, now);
        }
        if (on != group.on()) {
            tell(on ? Phase.RESUMED : Phase.PAUSED, next, now);
        }
    }

    private void tell(Phase phase, LinkedGroup group, Instant until) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(ReasonCode.LINKED_SETS, Reason.Weight.DECISIVE, Integer.toString(group.sets())));
        group.links().forEach(link -> reasons.add(link.reason()));
        findings.add(new Finding(
                IncidentKind.LINKED_CARRIERS,
                phase,
                group.founder(),
                group.severity(),
                group.onset(),
                phase == Phase.RAISED ? group.onset() : now,
                until,
                now,
                group.sets(),
                LEAST,
                "carriers",
                reasons.toArray(Reason[]::new),
                ""));
    }
}

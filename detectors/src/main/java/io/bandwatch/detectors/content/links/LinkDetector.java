package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports unlicensed carriers that belong together: two by two they share a programme, or a timer, and all that hang together
 * so are one group, one incident. Licensed carriers that share a programme are a network and no matter.
 */
public final class LinkDetector implements Detector<LinkNews, LinkState, Finding> {
    private static final long serialVersionUID = 1L;

    @Override
    public LinkState initial() {
        return LinkState.NOTHING;
    }

    @Override
    public Step<LinkState, Finding> onObservation(LinkState state, LinkNews news) {
        if (news.subject().channelHz() == 0) {
            return Step.quiet(state);
        }
        Map<String, LinkedCarrier> carriers = new HashMap<>(state.carriers());
        Map<String, SharedProgramme> shared = new HashMap<>(state.shared());
        Groups groups = new Groups(state.groups(), news.time());
        RepeatReport report = news.report();
        if (report != null) {
            heard(report, carriers, shared);
        }
        Finding finding = news.finding();
        if (finding != null) {
            turned(finding, carriers);
            byTimer(finding.subject(), carriers, groups);
        }
        byProgramme(news.subject(), carriers, shared, groups);
        groups.turn(carriers);
        return new Step<>(new LinkState(carriers, shared, groups.all()), groups.findings(), Optional.empty());
    }

    @Override
    public Step<LinkState, Finding> onDeadline(LinkState state, Instant now) {
        return Step.quiet(state);
    }

    private static void heard(
            RepeatReport report, Map<String, LinkedCarrier> carriers, Map<String, SharedProgramme> shared) {
        Subject subject = report.subject();
        LinkedCarrier before = carriers.get(subject.place());
        LinkedCarrier carrier = before == null ? LinkedCarrier.of(subject, report.from()) : before;
        carriers.put(subject.place(), carrier.heard(report.heardSteps()));
        for (Repeat[] some : List.of(report.over(), report.open())) {
            for (Repeat repeat : some) {
                if (!repeat.other().equals(subject) && repeat.other().channelHz() != 0) {
                    shared.merge(
                            subject.place() + '>' + repeat.other().place(),
                            SharedProgramme.of(subject, repeat),
                            (old, one) -> old.with(repeat));
                }
            }
        }
    }

    private static void turned(Finding finding, Map<String, LinkedCarrier> carriers) {
        Subject subject = finding.subject();
        LinkedCarrier before = carriers.get(subject.place());
        LinkedCarrier carrier = before == null ? LinkedCarrier.of(subject, finding.onset()) : before;
        LinkedCarrier next =
                switch (finding.phase()) {
                    case RAISED, RESUMED -> carrier.came(finding.since());
                    case PAUSED -> carrier.went(finding.until());
                    case ENDED -> carrier.on() ? carrier.went(finding.until()) : carrier;
                    case ESCALATED, REVISED -> carrier;
                };
        carriers.put(subject.place(), next);
    }

    /** A group may be known before it is known that its carriers are unlicensed. */
    private static void byProgramme(
            Subject subject, Map<String, LinkedCarrier> carriers, Map<String, SharedProgramme> shared, Groups groups) {
        LinkedCarrier one = carriers.get(subject.place());
        if (one == null || !one.suspect()) {
            return;
        }
        shared.values().stream()
                .filter(common ->
                        common.subject().equals(subject) || common.other().equals(subject))
                .sorted(Comparator.comparing(SharedProgramme::subject).thenComparing(SharedProgramme::other))
                .forEach(common -> {
                    Subject beside = common.subject().equals(subject) ? common.other() : common.subject();
                    LinkedCarrier other = carriers.get(beside.place());
                    if (other != null && other.suspect() && !groups.linked(subject, beside)) {
                        LinkRules.byProgramme(common, one, other).ifPresent(groups::link);
                    }
                });
    }

    private static void byTimer(Subject subject, Map<String, LinkedCarrier> carriers, Groups groups) {
        LinkedCarrier one = Objects.requireNonNull(carriers.get(subject.place()));
        List<LinkedCarrier> others = new ArrayList<>(carriers.values());
        others.sort(Comparator.comparing(LinkedCarrier::subject));
        for (LinkedCarrier other : others) {
            boolean candidate = other.suspect() && !other.subject().equals(subject);
            if (candidate && !groups.linked(subject, other.subject())) {
                LinkRules.byTimer(one, other, began(subject, carriers), began(other.subject(), carriers))
                        .ifPresent(groups::link);
            }
        }
    }

    /** When the first carrier of a feed was heard first. */
    private static Instant began(Subject subject, Map<String, LinkedCarrier> carriers) {
        @Nullable Instant first = null;
        for (LinkedCarrier carrier : carriers.values()) {
            boolean earlier = first == null || carrier.begin().isBefore(first);
            first = carrier.subject().feed().equals(subject.feed()) && earlier ? carrier.begin() : first;
        }
        return Objects.requireNonNull(first);
    }
}

package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.Optional;

/**
 * Reports unlicensed carriers that belong together: two by two they share a programme, or a timer, and all that hang together
 * so are one group, one incident. Licensed carriers that share a programme are a network and no matter. A group is those that
 * were seen lately; that it is over is told with the next news of any carrier, and never where a recording ends.
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
        LinkMemory memory = new LinkMemory(state, news.time());
        Groups groups = new Groups(state.groups(), news.time());
        groups.leave(memory);
        RepeatReport report = news.report();
        if (report != null) {
            memory.heard(report);
        }
        Finding finding = news.finding();
        if (finding != null) {
            memory.turned(finding);
        }
        LinkedCarrier carrier = memory.carrier(news.subject());
        if (carrier != null && carrier.canBeLinked()) {
            if (finding != null) {
                byTimer(carrier, memory, groups);
            }
            byProgramme(carrier, memory, groups);
        }
        groups.settle(memory);
        return new Step<>(memory.with(groups.all()), groups.findings(), Optional.empty());
    }

    @Override
    public Step<LinkState, Finding> onDeadline(LinkState state, Instant now) {
        return Step.quiet(state);
    }

    /** A group may be known before it is known that its carriers are unlicensed. */
    private static void byProgramme(LinkedCarrier one, LinkMemory memory, Groups groups) {
        for (SharedProgramme common : memory.sharedBy(one.subject())) {
            boolean isSubject = common.subject().equals(one.subject());
            LinkedCarrier other = memory.carrier(isSubject ? common.other() : common.subject());
            if (other != null && other.canBeLinked() && mayLink(one, other, memory, groups)) {
                LinkRules.byProgramme(common, one, other).ifPresent(groups::link);
            }
        }
    }

    private static boolean mayLink(LinkedCarrier one, LinkedCarrier other, LinkMemory memory, Groups groups) {
        return !groups.linked(one.subject(), other.subject()) && !memory.isOneSet(one.subject(), other.subject());
    }

    private static void byTimer(LinkedCarrier one, LinkMemory memory, Groups groups) {
        Subject subject = one.subject();
        for (LinkedCarrier other : memory.suspects()) {
            Subject beside = other.subject();
            boolean candidate = !beside.equals(subject) && !groups.linked(subject, beside);
            if (candidate && !LinkRules.mayBeOneSet(one, other, memory.sharedBy(subject, beside))) {
                LinkRules.byTimer(one, other, memory.began(subject), memory.began(beside))
                        .ifPresent(groups::link);
            }
        }
    }
}

package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Carriers that belong together.
 *
 * @param founder the one under whose name they are told
 * @param onset when what links the first two began
 * @param members all of them, the founder among them
 * @param on whether any of them is
 * @param links what links them, one less than there are members
 */
public record LinkedGroup(Subject founder, Instant onset, List<Subject> members, boolean on, List<Reason> links) {
    /** From how many sets on the penalty is higher (field practice: 3 and 10). */
    private static final int MANY = 3;

    private static final int VERY_MANY = 10;

    static LinkedGroup of(Link link) {
        Subject first = link.one().compareTo(link.other()) <= 0 ? link.one() : link.other();
        return new LinkedGroup(first, link.since(), List.of(link.one(), link.other()), true, List.of(link.reason()));
    }

    LinkedGroup with(Link link, List<Subject> moreMembers, List<Reason> moreLinks) {
        List<Subject> allMembers = new ArrayList<>(members);
        allMembers.addAll(moreMembers);
        List<Reason> allLinks = new ArrayList<>(links);
        allLinks.addAll(moreLinks);
        allLinks.add(link.reason());
        return new LinkedGroup(founder, onset, allMembers, on, allLinks);
    }

    LinkedGroup turned(boolean nowOn) {
        return new LinkedGroup(founder, onset, members, nowOn, links);
    }

    Severity severity() {
        int count = members.size();
        return count >= VERY_MANY ? Severity.CRITICAL : count >= MANY ? Severity.MAJOR : Severity.WARNING;
    }
}

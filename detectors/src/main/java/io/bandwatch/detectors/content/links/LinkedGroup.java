package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Carriers that belong together.
 *
 * @param founder the one under whose name they are told
 * @param onset when what links the first two began
 * @param members all that were seen lately, the founder not always among them
 * @param sets how many transmitters they are, as was told last; 0 before anything was
 * @param on whether any of them is
 * @param until when one of them was seen last
 * @param links what links them
 */
public record LinkedGroup(
        Subject founder, Instant onset, List<Subject> members, int sets, boolean on, Instant until, List<Link> links) {
    /** From how many sets on the penalty is higher (field practice: 3 and 10). */
    private static final int MANY = 3;

    private static final int VERY_MANY = 10;

    /** One links each; others hang together by who left long ago. */
    private static final int MOST_LINKS_EACH = 2;

    static LinkedGroup of(Subject founder, Link link) {
        return new LinkedGroup(
                founder, link.since(), List.of(link.one(), link.other()), 0, true, link.since(), List.of(link));
    }

    LinkedGroup with(Link link) {
        Set<Subject> all = new LinkedHashSet<>(members);
        all.add(link.one());
        all.add(link.other());
        List<Link> allLinks = new ArrayList<>(links);
        allLinks.removeIf(old -> old.hasEnd(link.one()) && old.hasEnd(link.other()));
        allLinks.add(link);
        return new LinkedGroup(founder, onset, List.copyOf(all), sets, on, until, allLinks);
    }

    LinkedGroup with(LinkedGroup absorbed) {
        Set<Subject> all = new LinkedHashSet<>(members);
        all.addAll(absorbed.members);
        List<Link> allLinks = new ArrayList<>(links);
        allLinks.addAll(absorbed.links);
        return new LinkedGroup(founder, onset, List.copyOf(all), sets, on, until, allLinks);
    }

    /** Without those that left; of what linked them, that is kept which others hang together by. */
    LinkedGroup keeping(Predicate<Subject> stays) {
        List<Subject> left = members.stream().filter(stays).toList();
        List<Link> kept = new ArrayList<>(links);
        boolean pruned = left.size() < members.size();
        while (pruned) {
            pruned = kept.removeIf(link -> isLoose(link.one(), left, kept) || isLoose(link.other(), left, kept));
        }
        int most = MOST_LINKS_EACH * left.size();
        List<Link> newest = kept.subList(Math.max(0, kept.size() - most), kept.size());
        return new LinkedGroup(founder, onset, left, sets, on, until, List.copyOf(newest));
    }

    private static boolean isLoose(Subject end, List<Subject> left, List<Link> links) {
        return !left.contains(end)
                && links.stream().filter(link -> link.hasEnd(end)).count() <= 1;
    }

    LinkedGroup settled(int nowSets, boolean nowOn, Instant nowUntil) {
        return new LinkedGroup(founder, onset, members, nowSets, nowOn, nowUntil, links);
    }

    Severity severity() {
        return sets >= VERY_MANY ? Severity.CRITICAL : sets >= MANY ? Severity.MAJOR : Severity.WARNING;
    }
}

package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carriers and what they have in common while some news is taken in. All of it is one key's state, so it is bounded: by time,
 * {@link LinkedCarrier#KEPT}, and by number. Of licensed carriers nothing is kept.
 */
final class LinkMemory {
    /** As many carriers without a licence as twenty receivers of a band of a hundred channels could ever hear. */
    static final int MOST_CARRIERS = 2048;

    /** As many pairs as sixty carriers with one programme have. */
    static final int MOST_SHARED = 4096;

    private static final int MOST_FEEDS = 2048;

    /** Who is not unlicensed goes first, then who was not seen for longest. */
    private static final Comparator<LinkedCarrier> DISPENSABLE_FIRST = Comparator.comparing(LinkedCarrier::suspect)
            .thenComparing(LinkedCarrier::seen)
            .thenComparing(LinkedCarrier::subject);

    private static final Comparator<SharedProgramme> OLDEST_FIRST = Comparator.comparingLong(
                    (SharedProgramme common) -> common.atAnyTime().until())
            .thenComparing(SharedProgramme::subject)
            .thenComparing(SharedProgramme::other);

    private final Map<String, LinkedCarrier> carriers;
    private final Map<String, SharedProgramme> shared;
    private final Map<String, HeardFeed> feeds;
    private final Instant now;

    /** What is left of a state by now. */
    LinkMemory(LinkState state, Instant now) {
        this.carriers = new HashMap<>(state.carriers());
        this.shared = new HashMap<>(state.shared());
        this.feeds = new HashMap<>(state.feeds());
        this.now = now;
        long oldest = PrintLine.step(now.minus(LinkedCarrier.KEPT));
        feeds.values().removeIf(feed -> feed.seen().plus(LinkedCarrier.KEPT).isBefore(now));
        shared.values().removeIf(common -> common.atAnyTime().until() < oldest);
        if (carriers.values().removeIf(carrier -> carrier.isForgotten(now))) {
            forgetShared();
        }
    }

    /** What a state keeps. */
    LinkState with(List<LinkedGroup> groups) {
        return new LinkState(carriers, shared, feeds, groups);
    }

    @Nullable
    LinkedCarrier carrier(Subject subject) {
        return carriers.get(subject.place());
    }

    /** Unlicensed carriers, in the order of their names. */
    List<LinkedCarrier> suspects() {
        return carriers.values().stream()
                .filter(LinkedCarrier::canBeLinked)
                .sorted(Comparator.comparing(LinkedCarrier::subject))
                .toList();
    }

    /** What a carrier has in common with others, in the order of their names. */
    List<SharedProgramme> sharedBy(Subject subject) {
        return shared.values().stream()
                .filter(common -> common.hasEnd(subject))
                .sorted(Comparator.comparing(SharedProgramme::subject).thenComparing(SharedProgramme::other))
                .toList();
    }

    /** What two carriers have in common: one or both of what was heard of the one on the other, and the other way round. */
    List<SharedProgramme> sharedBy(Subject one, Subject other) {
        return Stream.of(SharedProgramme.key(one, other), SharedProgramme.key(other, one))
                .flatMap(key -> Optional.ofNullable(shared.get(key)).stream())
                .toList();
    }

    /** When the feed of a carrier began, as far as is remembered. */
    Instant began(Subject subject) {
        HeardFeed feed = feeds.get(subject.feed());
        return feed == null ? now : feed.began();
    }

    /** How many transmitters carriers are: one that several receivers hear is one. */
    int sets(Collection<Subject> members) {
        List<List<Subject>> sets = new ArrayList<>();
        for (Subject member : members) {
            List<List<Subject>> same = sets.stream()
                    .filter(set -> set.stream().anyMatch(one -> isOneSet(one, member)))
                    .toList();
            List<Subject> joined = new ArrayList<>(List.of(member));
            same.forEach(joined::addAll);
            sets.removeAll(same);
            sets.add(joined);
        }
        return sets.size();
    }

    boolean isOneSet(Subject one, Subject other) {
        return sharedBy(one, other).stream().anyMatch(LinkRules::isOneSet);
    }

    void heard(RepeatReport report) {
        Subject subject = report.subject();
        heard(subject.feed(), report.from(), report.time());
        LinkedCarrier before = carriers.get(subject.place());
        boolean suspect = before != null && before.suspect();
        if (!suspect && report.station() != null) {
            carriers.remove(subject.place());
            shared.values().removeIf(common -> common.hasEnd(subject));
            return;
        }
        LinkedCarrier carrier = before == null ? LinkedCarrier.of(subject, report.from()) : before;
        double fading = carrier.fading(report.heardSteps());
        if (fading < 1) {
            shared.replaceAll((key, common) -> common.subject().equals(subject) ? common.faded(fading) : common);
        }
        carriers.put(subject.place(), carrier.heard(report));
        for (Repeat[] some : List.of(report.over(), report.open())) {
            for (Repeat repeat : some) {
                if (!repeat.other().equals(subject)
                        && carriers.containsKey(repeat.other().place())) {
                    shared.merge(
                            SharedProgramme.key(subject, repeat.other()),
                            SharedProgramme.of(subject, repeat),
                            (old, one) -> old.with(repeat));
                }
            }
        }
        limit(carriers, MOST_CARRIERS, DISPENSABLE_FIRST);
        limit(shared, MOST_SHARED, OLDEST_FIRST);
    }

    private void heard(String feed, Instant began, Instant seen) {
        feeds.merge(feed, new HeardFeed(began, seen), HeardFeed::with);
        limit(feeds, MOST_FEEDS, Comparator.comparing(HeardFeed::seen).thenComparing(HeardFeed::began));
    }

    void turned(Finding finding) {
        Subject subject = finding.subject();
        // an incident may be older than what is remembered of its feed
        heard(subject.feed(), feeds.containsKey(subject.feed()) ? finding.at() : finding.onset(), finding.at());
        LinkedCarrier before = carriers.get(subject.place());
        LinkedCarrier carrier = before == null ? LinkedCarrier.of(subject, finding.onset()) : before;
        LinkedCarrier next =
                switch (finding.phase()) {
                    case RAISED, RESUMED -> carrier.came(finding.since(), finding.at());
                    case PAUSED -> carrier.went(finding.until());
                    case ENDED -> carrier.on() ? carrier.went(finding.until()) : carrier;
                    case ESCALATED, REVISED -> carrier.still(finding.at());
                };
        carriers.put(subject.place(), next);
        limit(carriers, MOST_CARRIERS, DISPENSABLE_FIRST);
    }

    /** The group of carriers is over; if they are linked again that begins now, and so is another incident. */
    void linkAnew(Collection<Subject> members) {
        for (Subject member : members) {
            carriers.computeIfPresent(member.place(), (place, carrier) -> carrier.anew(now));
        }
    }

    private void forgetShared() {
        shared.values()
                .removeIf(common -> !carriers.containsKey(common.subject().place())
                        || !carriers.containsKey(common.other().place()));
    }

    private <V> void limit(Map<String, V> map, int most, Comparator<V> order) {
        if (map.size() > most) {
            map.values().stream()
                    .sorted(order)
                    .limit(map.size() - most)
                    .toList()
                    .forEach(map.values()::remove);
            forgetShared();
        }
    }
}

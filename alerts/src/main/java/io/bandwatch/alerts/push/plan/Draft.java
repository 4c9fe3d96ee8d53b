package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushForm;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.PushKeys;
import io.bandwatch.alerts.push.Tally;
import io.bandwatch.alerts.push.plan.Batch.Entry;
import io.bandwatch.alerts.push.plan.Batch.Kind;
import io.bandwatch.detectors.IncidentKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A state in the making: tells things, or lets them wait. On its way to a channel a thing passes quiet hours, the group of its
 * kind and site, and the limit of the channel. Lives for one step.
 */
final class Draft {
    final PushRules rules;
    final Places places;
    final Instant now;
    final TreeMap<String, Tracked> incidents;
    final TreeMap<String, Batch> batches;
    private final List<Push> pushes = new ArrayList<>();

    Draft(PlanState state, PushRules rules, Places places, Instant now) {
        this.rules = rules;
        this.places = places;
        this.now = now;
        this.incidents = new TreeMap<>(state.incidents());
        this.batches = new TreeMap<>(state.batches());
    }

    PlanStep step() {
        return new PlanStep(new PlanState(incidents, batches), List.copyOf(pushes));
    }

    void change(String id, UnaryOperator<Tracked> change) {
        incidents.computeIfPresent(id, (key, tracked) -> change.apply(tracked));
    }

    /** Tells what has come up at one moment: of one kind at one site in one push. */
    void tell(List<Entry> entries) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        Map<String, PushRule> rulesOfGroups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Tracked tracked = incidents.get(entry.incident());
            if (tracked == null || entry.channels().isEmpty()) {
                continue;
            }
            Place place = places.of(tracked.incident().subject().feed());
            if (rules.isQuiet(tracked.incident(), place, now)) {
                holdUntilMorning(entry, place);
                continue;
            }
            String rule = tracked.telling().rule();
            String group =
                    rule + "|" + place.site() + '|' + tracked.incident().kind().code();
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(entry);
            rules.named(rule).ifPresent(found -> rulesOfGroups.put(group, found));
        }
        groups.forEach((group, together) -> tellGroup(group, rulesOfGroups.get(group), together));
    }

    private void holdUntilMorning(Entry entry, Place place) {
        QuietHours quiet = rules.quiet();
        if (quiet == null) {
            throw new IllegalStateException("no quiet hours");
        }
        for (String channel : entry.channels()) {
            Instant until = quiet.hours().endAfter(now, place.zone());
            Batch fresh = new Batch(Kind.QUIET, channel + '|' + place.zone(), until, 0, List.of());
            Batch batch = batches.getOrDefault(fresh.key(), fresh);
            batches.put(batch.key(), batch.with(entry.to(channel)));
        }
    }

    private void tellGroup(String name, @Nullable PushRule rule, List<Entry> entries) {
        String key = Kind.GROUP + "|" + name;
        Batch waiting = batches.get(key);
        if (waiting != null) {
            for (Entry entry : entries) {
                waiting = waiting.with(entry);
            }
            batches.put(key, waiting);
            return;
        }
        send(PushForm.INCIDENTS, entries);
        if (rule != null && !rule.group().isZero()) {
            batches.put(key, new Batch(Kind.GROUP, name, now.plus(rule.group()), 0, List.of()));
        }
    }

    /** Ends a waiting. */
    void end(Batch batch) {
        batches.remove(batch.key());
        switch (batch.kind()) {
            case STORM -> endStorm(batch);
            case SETTLE -> tellWhatIsLeft(batch.name());
            case GROUP -> endGroup(batch);
            case QUIET -> send(PushForm.MORNING, batch.entries());
        }
    }

    private void endStorm(Batch batch) {
        if (!batch.entries().isEmpty()) {
            String channel = batch.name();
            push(channel, PushForm.STORM, batch.entries());
            batches.put(batch.key(), window(channel).oneMoreSent());
        }
    }

    private void endGroup(Batch batch) {
        if (!batch.entries().isEmpty()) {
            send(PushForm.INCIDENTS, batch.entries());
            String rule = batch.name().substring(0, batch.name().indexOf('|'));
            rules.named(rule)
                    .filter(found -> !found.group().isZero())
                    .ifPresent(found -> batches.put(
                            batch.key(), new Batch(Kind.GROUP, batch.name(), now.plus(found.group()), 0, List.of())));
        }
    }

    private void tellWhatIsLeft(String cover) {
        List<Entry> left = new ArrayList<>();
        for (Tracked tracked : List.copyOf(incidents.values())) {
            if (cover.equals(tracked.coveredBy()) && tracked.isOpen()) {
                change(tracked.incident().id(), covered -> covered.coveredBy(null));
                opening(tracked).ifPresent(left::add);
            }
        }
        tell(left);
    }

    /** The opening of an incident to those whom its rule names, if there is one. */
    Optional<Entry> opening(Tracked tracked) {
        Place place = places.of(tracked.incident().subject().feed());
        return rules.matching(tracked.incident(), place, now).map(rule -> {
            change(tracked.incident().id(), found -> found.with(found.telling().by(rule.name())));
            return new Entry(tracked.incident().id(), Occasion.OPENED, 0, rule.to());
        });
    }

    private void send(PushForm form, List<Entry> entries) {
        Set<String> channels = new LinkedHashSet<>();
        entries.forEach(entry -> channels.addAll(entry.channels()));
        for (String channel : channels) {
            List<Entry> own = entries.stream()
                    .filter(entry -> entry.channels().contains(channel))
                    .map(entry -> entry.to(channel))
                    .toList();
            limit(channel, form, own);
        }
    }

    private void limit(String channel, PushForm form, List<Entry> entries) {
        Batch window = batches.getOrDefault(Kind.STORM + "|" + channel, window(channel));
        if (window.sent() < rules.storm().pushes()) {
            push(channel, form, entries);
            batches.put(window.key(), window.oneMoreSent());
            return;
        }
        for (Entry entry : entries) {
            window = window.with(entry);
        }
        batches.put(window.key(), window);
    }

    private Batch window(String channel) {
        return new Batch(Kind.STORM, channel, now.plus(rules.storm().window()), 0, List.of());
    }

    private void push(String channel, PushForm form, List<Entry> entries) {
        List<PushItem> items = new ArrayList<>();
        for (Entry entry : entries) {
            Tracked tracked = incidents.get(entry.incident());
            if (tracked != null) {
                items.add(new PushItem(
                        tracked.incident(), entry.occasion(), tracked.carrier(), entry.times(), covered(tracked)));
                PushRule rule = rules.named(tracked.telling().rule()).orElse(null);
                change(entry.incident(), told -> told.with(told.telling().to(channel, rule, now)));
            }
        }
        if (!items.isEmpty()) {
            String key = PushKeys.of(channel, form, items);
            pushes.add(new Push(key, channel, form, now, items, tallies(items), null));
        }
    }

    private int covered(Tracked cover) {
        if (cover.isOpen()) {
            return 0;
        }
        return (int) incidents.values().stream()
                .filter(tracked -> cover.incident().id().equals(tracked.coveredBy()))
                .count();
    }

    private List<Tally> tallies(List<PushItem> items) {
        if (items.size() < 2) {
            return List.of();
        }
        Map<IncidentKind, Map<String, Integer>> counts = new TreeMap<>();
        for (PushItem item : items) {
            String site = places.of(item.incident().subject().feed()).site();
            counts.computeIfAbsent(item.incident().kind(), kind -> new TreeMap<>())
                    .merge(site, 1, Integer::sum);
        }
        List<Tally> tallies = new ArrayList<>();
        counts.forEach((kind, sites) -> sites.forEach((site, count) -> tallies.add(new Tally(kind, site, count))));
        return tallies;
    }
}

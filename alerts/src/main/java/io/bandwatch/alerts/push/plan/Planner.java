package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.CarrierFacts;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.plan.Batch.Entry;
import io.bandwatch.alerts.push.plan.Batch.Kind;
import io.bandwatch.alerts.push.plan.Telling.Reminder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns changes of incidents into pushes. The first of a kind at a site is told at once, what follows within the time of its
 * group in one push; see docs/pushes.md. Every step first does what has become due, so a late wake-up loses nothing. Pure;
 * the cost of a step grows with the number of incidents remembered.
 */
public final class Planner {
    private static final Comparator<Batch> BY_TIME =
            Comparator.comparing(Batch::until).thenComparing(Batch::kind).thenComparing(Batch::name);

    private final PushRules rules;
    private final Places places;

    public Planner(PushRules rules, Places places) {
        this.rules = rules;
        this.places = places;
    }

    /**
     * An incident has changed. A change that was seen before, or an older one, makes nothing.
     *
     * @param incident as it stands now
     * @param carrier what was measured last of its carrier, or null
     */
    public PlanStep onChange(PlanState state, Incident incident, @Nullable CarrierFacts carrier, Instant now) {
        Draft draft = due(state, now);
        Tracked before = draft.incidents.get(incident.id());
        if (before != null && !before.isOlderThan(incident)) {
            return draft.step();
        }
        Tracked known = before == null ? Tracked.of(incident, carrier) : before;
        boolean closing = incident.closed() != null;
        Tracked tracked = known.now(incident, carrier, closing ? now.plus(rules.forgetAfter()) : null);
        draft.incidents.put(incident.id(), tracked);
        if (Cover.isCover(incident)) {
            followCover(draft, before, tracked);
        }
        tellChange(draft, before, tracked);
        return draft.step();
    }

    /** Time has passed. */
    public PlanStep onDeadline(PlanState state, Instant now) {
        return due(state, now).step();
    }

    /**
     * Somebody has said that he knows of incidents: they are neither repeated nor escalated any more, not even where that was due or waits
     * to be told. Said again, it changes nothing.
     */
    public PlanStep onAcknowledged(PlanState state, Collection<String> incidents, Instant now) {
        SortedMap<String, Tracked> settled = new TreeMap<>(state.incidents());
        SortedMap<String, Batch> batches = new TreeMap<>(state.batches());
        for (String incident : incidents) {
            Tracked tracked = settled.get(incident);
            if (tracked != null && !tracked.telling().acknowledged()) {
                settled.put(incident, tracked.with(tracked.telling().settled()));
                batches.replaceAll(
                        (key, batch) -> batch.entries().stream().anyMatch(entry -> isReminder(entry, incident))
                                ? batch.without(entry -> isReminder(entry, incident))
                                : batch);
            }
        }
        return due(new PlanState(settled, batches), now).step();
    }

    private static boolean isReminder(Entry entry, String incident) {
        return entry.incident().equals(incident)
                && (entry.occasion() == Occasion.REPEATED || entry.occasion() == Occasion.UNACKNOWLEDGED);
    }

    private static void tellChange(Draft draft, @Nullable Tracked before, Tracked tracked) {
        Incident incident = tracked.incident();
        if (!tracked.isOpen()) {
            if (tracked.telling().told()) {
                draft.tell(entries(draft, tracked, Occasion.CLOSED, 0));
            }
        } else if (before == null || before.incident().severity().compareTo(incident.severity()) < 0) {
            if (tracked.telling().told()) {
                draft.tell(entries(draft, tracked, Occasion.ESCALATED, 0));
            } else {
                tellUnlessCovered(draft, tracked);
            }
        }
    }

    private static void tellUnlessCovered(Draft draft, Tracked tracked) {
        Optional<String> cover = draft.incidents.values().stream()
                .filter(other -> Cover.isCover(other.incident()))
                .filter(other -> other.lasts()
                        || (other.hadBegun(tracked.incident().opened())
                                && draft.batches.containsKey(
                                        Kind.SETTLE + "|" + other.incident().id())))
                .filter(other -> Cover.explains(other.incident(), tracked.incident(), draft.places))
                .map(other -> other.incident().id())
                .findFirst();
        draft.change(tracked.incident().id(), found -> found.coveredBy(cover.orElse(null)));
        if (cover.isEmpty()) {
            draft.opening(tracked).ifPresent(opening -> draft.tell(List.of(opening)));
        }
    }

    /** A cover that begins to hold, or holds again, takes over what waits to be told and is explained by it. */
    private static void followCover(Draft draft, @Nullable Tracked before, Tracked cover) {
        String id = cover.incident().id();
        boolean held = before != null && before.lasts();
        if (held && !cover.lasts()) {
            Instant until = draft.now.plus(draft.rules.settle());
            Batch settle = new Batch(Kind.SETTLE, id, until, 0, List.of());
            draft.batches.put(settle.key(), settle);
        } else if (!held && cover.lasts()) {
            draft.batches.remove(Kind.SETTLE + "|" + id);
            for (Batch batch : List.copyOf(draft.batches.values())) {
                if (batch.kind() == Kind.GROUP || batch.kind() == Kind.QUIET) {
                    draft.batches.put(batch.key(), batch.without(entry -> takenOver(draft, cover, entry)));
                }
            }
        }
    }

    private static boolean takenOver(Draft draft, Tracked cover, Entry entry) {
        Tracked tracked = draft.incidents.get(entry.incident());
        if (entry.occasion() != Occasion.OPENED
                || tracked == null
                || tracked.telling().told()
                || !Cover.explains(cover.incident(), tracked.incident(), draft.places)) {
            return false;
        }
        draft.change(entry.incident(), found -> found.coveredBy(cover.incident().id()));
        return true;
    }

    /** To those who know of it, if its rule has them told and they are still there. */
    private static List<Entry> entries(Draft draft, Tracked tracked, Occasion occasion, int times) {
        boolean unwanted = draft.rules
                .named(tracked.telling().rule())
                .filter(rule -> !rule.tell().contains(occasion))
                .isPresent();
        Set<String> there = draft.rules.channels();
        List<String> channels =
                tracked.telling().channels().stream().filter(there::contains).toList();
        return unwanted ? List.of() : List.of(new Entry(tracked.incident().id(), occasion, times, channels));
    }

    private Draft due(PlanState state, Instant now) {
        Draft draft = new Draft(state, rules, places, now);
        draft.incidents
                .values()
                .removeIf(tracked ->
                        tracked.forgetAt() != null && !tracked.forgetAt().isAfter(now));
        draft.batches.values().stream()
                .filter(batch -> batch.isDue(now))
                .sorted(BY_TIME)
                .toList()
                .forEach(batch -> draft.end(draft.batches.getOrDefault(batch.key(), batch)));
        remind(draft);
        return draft;
    }

    private static void remind(Draft draft) {
        List<Entry> due = new ArrayList<>();
        for (Tracked tracked : List.copyOf(draft.incidents.values())) {
            if (tracked.isOpen()) {
                repeat(draft, tracked, due);
                escalate(draft, tracked, due);
            }
        }
        draft.tell(due);
    }

    private static void repeat(Draft draft, Tracked tracked, List<Entry> due) {
        Reminder reminder = tracked.telling().repeat();
        if (reminder == null || !reminder.isDue(draft.now)) {
            return;
        }
        int times = reminder.times() + 1;
        Reminder next = draft.rules
                .named(tracked.telling().rule())
                .map(PushRule::repeat)
                .map(pause -> new Reminder(times, draft.now.plus(pause)))
                .orElse(null);
        draft.change(
                tracked.incident().id(), found -> found.with(found.telling().repeating(next)));
        if (next != null) {
            due.addAll(entries(draft, tracked, Occasion.REPEATED, times));
        }
    }

    private static void escalate(Draft draft, Tracked tracked, List<Entry> due) {
        Reminder reminder = tracked.telling().escalation();
        if (reminder == null || !reminder.isDue(draft.now)) {
            return;
        }
        int step = reminder.times();
        List<Escalation> steps = draft.rules
                .named(tracked.telling().rule())
                .map(PushRule::escalations)
                .orElse(List.of());
        Reminder next = step + 1 >= steps.size()
                ? null
                : new Reminder(
                        step + 1,
                        draft.now.plus(steps.get(step + 1)
                                .after()
                                .minus(steps.get(step).after())));
        draft.change(
                tracked.incident().id(), found -> found.with(found.telling().escalating(next)));
        if (step < steps.size()) {
            due.add(new Entry(
                    tracked.incident().id(),
                    Occasion.UNACKNOWLEDGED,
                    step + 1,
                    steps.get(step).to()));
        }
    }
}

package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.push.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What waits to be told together.
 *
 * @param kind what it waits for
 * @param name which one of its kind
 * @param until when the waiting ends
 * @param sent pushes that went out in the meantime; counted for storms only
 * @param entries what waits
 */
public record Batch(Kind kind, String name, Instant until, int sent, List<Entry> entries) {

    /** What a batch waits for. Those that end together are told in this order. */
    public enum Kind {
        /** A window of a channel in which there are limits; its name is that of the channel. */
        STORM,
        /** What a cover explained has time to close; its name is the id of the cover. */
        SETTLE,
        /** More of the same kind at the same site, under the same rule. */
        GROUP,
        /** The end of quiet hours; its name is the channel and the zone. */
        QUIET
    }

    /**
     * Something to tell.
     *
     * @param incident id of the incident
     * @param occasion what about it
     * @param times how often it is repeated
     * @param channels who is to be told
     */
    public record Entry(String incident, Occasion occasion, int times, List<String> channels) {
        Entry to(String channel) {
            return new Entry(incident, occasion, times, List.of(channel));
        }
    }

    public Batch {
        entries = List.copyOf(entries);
    }

    String key() {
        return kind + "|" + name;
    }

    boolean isDue(Instant now) {
        return !until.isAfter(now);
    }

    Batch oneMoreSent() {
        return new Batch(kind, name, until, sent + 1, entries);
    }

    /**
     * With one thing more to tell. What is told of an incident is how it stands then, so one entry is enough; an opening that
     * nobody knows of yet stays one.
     */
    Batch with(Entry entry) {
        List<Entry> next = new ArrayList<>(entries);
        for (int i = 0; i < next.size(); i++) {
            Entry old = next.get(i);
            if (old.incident().equals(entry.incident()) && old.channels().equals(entry.channels())) {
                next.set(i, old.occasion() == Occasion.OPENED ? old : entry);
                return new Batch(kind, name, until, sent, next);
            }
        }
        next.add(entry);
        return new Batch(kind, name, until, sent, next);
    }

    Batch without(Predicate<Entry> unwanted) {
        return new Batch(
                kind,
                name,
                until,
                sent,
                entries.stream().filter(unwanted.negate()).toList());
    }
}

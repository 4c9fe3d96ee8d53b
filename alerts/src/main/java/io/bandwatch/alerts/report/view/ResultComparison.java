package io.bandwatch.alerts.report.view;

import io.bandwatch.alerts.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two results: verdicts of carriers and incidents. Measured values are not compared. */
public final class ResultComparison {
    private final Messages messages;

    public ResultComparison(Messages messages) {
        this.messages = messages;
    }

    /** A carrier is known by feed, channel and slot; a service by feed and number. */
    private record Place(String feed, long channelHz, int slot, int serviceId) implements Comparable<Place> {
        private static final java.util.Comparator<Place> ORDER = java.util.Comparator.comparing(Place::feed)
                .thenComparingLong(Place::channelHz)
                .thenComparingInt(Place::slot)
                .thenComparingInt(Place::serviceId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            if (serviceId != 0) {
                return feed + ' ' + serviceId;
            }
            String name = feed + ' ' + Figures.channelMhz(channelHz) + " MHz";
            return slot == 0 ? name : name + " (" + (slot + 1) + ')';
        }
    }

    /** An incident is known by place, kind and onset, as its id is. */
    private record Occasion(Place place, String kind, String opened) implements Comparable<Occasion> {
        private static final java.util.Comparator<Occasion> ORDER = java.util.Comparator.comparing(Occasion::place)
                .thenComparing(Occasion::opened)
                .thenComparing(Occasion::kind);

        @Override
        public int compareTo(Occasion other) {
            return ORDER.compare(this, other);
        }
    }

    /** One line for each difference, by subject; if there is none, one line that says so. */
    public List<String> lines(Result before, Result after) {
        List<String> lines = new ArrayList<>();
        compareVerdicts("carrier", verdicts(before), verdicts(after), lines);
        compareVerdicts("service", serviceVerdicts(before), serviceVerdicts(after), lines);
        compareIncidents(incidents(before), incidents(after), lines);
        return lines.isEmpty() ? List.of(messages.text("comparison.same")) : lines;
    }

    private void compareVerdicts(String of, Map<Place, String> before, Map<Place, String> after, List<String> lines) {
        for (Place place : union(before, after)) {
            String was = before.get(place);
            String now = after.get(place);
            if (was == null && now != null) {
                lines.add(messages.text("comparison." + of + "-added", name(place), verdict(now)));
            } else if (was != null && now == null) {
                lines.add(messages.text("comparison." + of + "-gone", name(place), verdict(was)));
            } else if (was != null && now != null && !was.equals(now)) {
                lines.add(messages.text("comparison." + of + "-verdict", name(place), verdict(was), verdict(now)));
            }
        }
    }

    private void compareIncidents(
            Map<Occasion, IncidentRow> before, Map<Occasion, IncidentRow> after, List<String> lines) {
        for (Occasion occasion : union(before, after)) {
            IncidentRow was = before.get(occasion);
            IncidentRow now = after.get(occasion);
            String kind = messages.ofCode("kind", occasion.kind());
            String place = name(occasion.place());
            if (was == null && now != null) {
                lines.add(messages.text("comparison.incident-added", kind, place, occasion.opened()));
            } else if (was != null && now == null) {
                lines.add(messages.text("comparison.incident-gone", kind, place, occasion.opened()));
            } else if (was != null && now != null && !standing(was).equals(standing(now))) {
                lines.add(messages.text(
                        "comparison.incident", kind, place, occasion.opened(), standing(was), standing(now)));
            }
        }
    }

    private static <K, V> Set<K> union(Map<K, V> before, Map<K, V> after) {
        Set<K> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }

    private static Map<Place, String> verdicts(Result result) {
        Map<Place, String> verdicts = new TreeMap<>();
        result.carriers()
                .forEach(carrier -> verdicts.put(
                        new Place(carrier.feed(), carrier.channelHz(), carrier.slot(), 0), carrier.verdict()));
        return verdicts;
    }

    private static Map<Place, String> serviceVerdicts(Result result) {
        Map<Place, String> verdicts = new TreeMap<>();
        result.services()
                .forEach(service ->
                        verdicts.put(new Place(service.feed(), 0, 0, service.serviceId()), service.verdict()));
        return verdicts;
    }

    private static Map<Occasion, IncidentRow> incidents(Result result) {
        Map<Occasion, IncidentRow> incidents = new TreeMap<>();
        result.incidents()
                .forEach(incident -> incidents.put(
                        new Occasion(
                                new Place(incident.feed(), incident.channelHz(), incident.slot(), incident.serviceId()),
                                incident.kind(),
                                incident.opened()),
                        incident));
        return incidents;
    }

    private String standing(IncidentRow incident) {
        String standing =
                messages.ofCode("severity", incident.severity()) + ", " + messages.ofCode("state", incident.state());
        return incident.closed() == null ? standing : standing + ' ' + incident.closed();
    }

    private String verdict(String code) {
        return messages.ofCode("verdict", code);
    }

    private static String name(Place place) {
        return TextTable.printable(place.toString());
    }
}

package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Place;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told about which incidents, and how often. Of several rules the first that matches is the one.
 *
 * @param name name, unique
 * @param match which incidents
 * @param to names of channels; none: nobody is told
 * @param tell what about an incident is told; acknowledged or not, an opening always is
 * @param group changes of one kind at one site within this time of the last push are told in one; zero: each by itself
 * @param repeat how often an open incident that nobody has acknowledged is told again, or null
 * @param escalations who else is told when nobody acknowledges, in order of time
 */
public record PushRule(
        String name,
        Match match,
        List<String> to,
        Set<Occasion> tell,
        Duration group,
        @Nullable Duration repeat,
        List<Escalation> escalations)
        implements Serializable {
    /** One minute: the first is told at once, and what comes with it in one push more. */
    public static final Duration DEFAULT_GROUP = Duration.ofMinutes(1);

    /**
     * Which incidents.
     *
     * @param kinds kinds; empty: all
     * @param severity this and above
     * @param regions regions of the site; empty: all
     * @param hours local time of the site at which the incident is told, or null for always
     */
    public record Match(Set<IncidentKind> kinds, Severity severity, List<Region> regions, @Nullable DailyHours hours)
            implements Serializable {
        /** Every incident. */
        public static final Match ALL = new Match(Set.of(), Severity.INFO, List.of(), null);

        public Match {
            kinds = Set.copyOf(kinds);
            regions = List.copyOf(regions);
        }

        boolean matches(Incident incident, Place place, Instant now) {
            return (kinds.isEmpty() || kinds.contains(incident.kind()))
                    && incident.severity().compareTo(severity) >= 0
                    && (regions.isEmpty() || regions.stream().anyMatch(region -> region.contains(place)))
                    && (hours == null || hours.contains(now, place.zone()));
        }
    }

    public PushRule {
        to = List.copyOf(to);
        tell = Set.copyOf(tell);
        escalations = List.copyOf(escalations);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a rule needs a name");
        }
        if (group.isNegative() || (repeat != null && (repeat.isNegative() || repeat.isZero()))) {
            throw new IllegalArgumentException(
                    "rule " + name + ": group must be 0 s or more and repeat more, got " + group + " and " + repeat);
        }
        for (int i = 1; i < escalations.size(); i++) {
            if (escalations.get(i).after().compareTo(escalations.get(i - 1).after()) <= 0) {
                throw new IllegalArgumentException(
                        "rule " + name + ": escalations must stand in the order of their time");
            }
        }
    }

    /** All of one match to some channels, grouped by the minute, never again. */
    public static PushRule simple(String name, Match match, List<String> to) {
        return new PushRule(name, match, to, Set.of(Occasion.values()), DEFAULT_GROUP, null, List.of());
    }
}

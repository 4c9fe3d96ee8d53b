package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.Presence;
import io.bandwatch.alerts.push.CarrierFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident and what was told about it.
 *
 * @param incident as it stands
 * @param carrier what was measured last of its carrier, or null
 * @param telling who has been told
 * @param coveredBy id of the incident that explains it, or null
 * @param forgetAt when it is forgotten, null while it is open
 */
public record Tracked(
        Incident incident,
        @Nullable CarrierFacts carrier,
        Telling telling,
        @Nullable String coveredBy,
        @Nullable Instant forgetAt) {

    /** An incident only ever goes forward by these. */
    private static final Comparator<Incident> PROGRESS = Comparator.comparing(Incident::updated)
            .thenComparingInt(Tracked::steps)
            .thenComparing(Incident::severity)
            .thenComparing(incident -> incident.phase() == IncidentPhase.CLOSED);

    /** What comes of it is not known to have begun sooner: receivers settle, and an opening has no sharp end. */
    private static final Duration BEHIND = Duration.ofSeconds(10);

    static Tracked of(Incident incident, @Nullable CarrierFacts carrier) {
        return new Tracked(incident, carrier, Telling.NOBODY, null, null);
    }

    boolean isOpen() {
        return incident.phase() != IncidentPhase.CLOSED;
    }

    /** Whether its condition holds now: an incident that may come back is open, but it explains nothing meanwhile. */
    boolean lasts() {
        return incident.phase() == IncidentPhase.ACTIVE;
    }

    /** Whether what began then began while its condition held last, or right behind it. */
    boolean hadBegun(Instant onset) {
        List<Presence> presences = incident.presences();
        Instant end = presences.get(presences.size() - 1).to();
        return end == null || onset.isBefore(end.plus(BEHIND));
    }

    /** Whether this is a change that has not been seen yet; a job that was restarted hands in old ones again. */
    boolean isOlderThan(Incident next) {
        return PROGRESS.compare(incident, next) < 0;
    }

    private static int steps(Incident incident) {
        int ended = 0;
        for (Presence presence : incident.presences()) {
            ended += presence.to() == null ? 0 : 1;
        }
        return incident.presences().size() + ended;
    }

    Tracked now(Incident next, @Nullable CarrierFacts measured, @Nullable Instant until) {
        return new Tracked(next, measured == null ? carrier : measured, telling, coveredBy, until);
    }

    Tracked with(Telling next) {
        return new Tracked(incident, carrier, next, coveredBy, forgetAt);
    }

    Tracked coveredBy(@Nullable String cover) {
        return new Tracked(incident, carrier, telling, cover, forgetAt);
    }
}

package io.bandwatch.alerts;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the incidents of one kind and subject: every finding becomes the incident as it stands after it. An incident is
 * opened once and closed once; a finding that would need another move is a fault of a detector and is refused with an
 * {@link IllegalStateException}. The numbers compared are those of the last finding that raised, escalated, revised or resumed;
 * severity never falls. Keyed by {@link Finding#incidentKey()}; it needs no deadlines, for detectors own the clear time.
 */
public final class IncidentBook implements Detector<Finding, IncidentBookState, Incident> {
    private static final long serialVersionUID = 1L;

    @Override
    public IncidentBookState initial() {
        return new IncidentBookState(null);
    }

    @Override
    public Step<IncidentBookState, Incident> onObservation(IncidentBookState state, Finding finding) {
        Incident next = apply(state.latest(), finding);
        return new Step<>(new IncidentBookState(next), List.of(next), Optional.empty());
    }

    @Override
    public Step<IncidentBookState, Incident> onDeadline(IncidentBookState state, Instant now) {
        return Step.quiet(state);
    }

    private static Incident apply(@Nullable Incident latest, Finding finding) {
        if (finding.phase() == Finding.Phase.RAISED) {
            return open(latest, finding);
        }
        Incident incident = openIncident(latest, finding);
        return switch (finding.phase()) {
            case RAISED -> throw new IllegalStateException("handled above");
            case ESCALATED, REVISED -> told(incident, finding, incident.phase(), incident.presences());
            case RESUMED ->
                told(
                        incident,
                        finding,
                        moved(incident, IncidentPhase.ACTIVE),
                        Presences.begun(incident.presences(), finding.since()));
            case PAUSED -> ended(incident, finding, moved(incident, IncidentPhase.CLEARING));
            case ENDED -> ended(incident, finding, moved(incident, IncidentPhase.CLOSED));
        };
    }

    private static Incident open(@Nullable Incident latest, Finding finding) {
        String id = IncidentIds.of(finding);
        if (latest != null
                && (latest.phase() != IncidentPhase.CLOSED || latest.id().equals(id))) {
            throw new IllegalStateException("incident " + latest.id() + " cannot go from " + latest.phase() + " to "
                    + IncidentPhase.ACTIVE + " by being raised again");
        }
        return new Incident(
                id,
                finding.kind(),
                finding.subject(),
                finding.severity(),
                IncidentPhase.ACTIVE,
                finding.onset(),
                finding.at(),
                null,
                finding.at(),
                Presences.begun(List.of(), finding.since()),
                finding.measured(),
                finding.threshold(),
                finding.unit(),
                finding.reasons(),
                finding.registerVersion());
    }

    private static Incident openIncident(@Nullable Incident latest, Finding finding) {
        if (latest == null || latest.phase() == IncidentPhase.CLOSED) {
            throw new IllegalStateException("an incident cannot go from " + (latest == null ? "nothing" : "CLOSED")
                    + " to " + target(finding.phase()) + " by " + finding.phase() + " of " + finding.incidentKey());
        }
        if (!latest.opened().equals(finding.onset())) {
            throw new IllegalStateException(finding.phase() + " of " + finding.incidentKey() + " has the onset "
                    + finding.onset() + ", but incident " + latest.id() + " is open since " + latest.opened());
        }
        return latest;
    }

    private static IncidentPhase target(Finding.Phase phase) {
        return switch (phase) {
            case RAISED, ESCALATED, REVISED, RESUMED -> IncidentPhase.ACTIVE;
            case PAUSED -> IncidentPhase.CLEARING;
            case ENDED -> IncidentPhase.CLOSED;
        };
    }

    private static IncidentPhase moved(Incident incident, IncidentPhase to) {
        return IncidentTransition.between(incident.phase(), to).to();
    }

    /** The condition speaks for itself again: its numbers and reasons are the newest ones. */
    private static Incident told(Incident old, Finding finding, IncidentPhase phase, List<Presence> presences) {
        return new Incident(
                old.id(),
                old.kind(),
                old.subject(),
                higher(old.severity(), finding.severity()),
                phase,
                old.opened(),
                old.raised(),
                null,
                finding.at(),
                presences,
                finding.measured(),
                finding.threshold(),
                finding.unit(),
                finding.reasons(),
                finding.registerVersion());
    }

    /** The condition is gone: what it was stays written. */
    private static Incident ended(Incident old, Finding finding, IncidentPhase phase) {
        return new Incident(
                old.id(),
                old.kind(),
                old.subject(),
                higher(old.severity(), finding.severity()),
                phase,
                old.opened(),
                old.raised(),
                phase == IncidentPhase.CLOSED ? finding.until() : null,
                finding.at(),
                Presences.ended(old.presences(), finding.until()),
                old.measured(),
                old.threshold(),
                old.unit(),
                old.reasons(),
                old.registerVersion());
    }

    private static Severity higher(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.signal.RfObservation;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes findings of a condition's answers.
 *
 * <ul>
 *   <li>It is raised as a warning when it has held for the warn time without a break: one look that says no starts the count
 *       anew, because pauses between words would otherwise add up to a silence. A measure that flickers is to be smoothed by
 *       whoever reads it.
 *   <li>It becomes major when it has held for the alarm time.
 *   <li>Once raised, shorter breaks than the clear time belong to it. After the clear time the presence is over; it ended
 *       with the last look that held, not with the clear time.
 *   <li>Back within the time of forgetting it is another presence of the same incident, else another incident. A return is
 *       told when it has lasted for the warn time.
 *   <li>A rule that {@linkplain #revising revises} tells when the codes of its reasons become others while it lasts.
 *   <li>A look that cannot tell, and time that was not observed, count as nothing: neither as holding nor as clear.
 * </ul>
 */
public final class ConditionRule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final IncidentKind kind;
    private final ConditionTimes times;
    private final String registerVersion;
    private final boolean revises;

    /**
     * @param kind what it makes
     * @param times its times
     * @param registerVersion register that is consulted, empty without one
     */
    public ConditionRule(IncidentKind kind, ConditionTimes times, String registerVersion) {
        this(kind, times, registerVersion, false);
    }

    private ConditionRule(IncidentKind kind, ConditionTimes times, String registerVersion, boolean revises) {
        this.kind = kind;
        this.times = times;
        this.registerVersion = registerVersion;
        this.revises = revises;
    }

    /** The same for a condition of which it becomes known only while it lasts what it is. */
    public ConditionRule revising() {
        return new ConditionRule(kind, times, registerVersion, true);
    }

    /** Takes in what a look at a carrier says. */
    public Step<ConditionRun, Finding> after(ConditionRun run, RfObservation look, Reading reading) {
        Subject subject = Subject.carrier(look.feed(), look.channelHz(), look.slot());
        return after(run, new Look(subject, look.time(), look.durationNs()), reading);
    }

    /** Takes in what a look says. */
    public Step<ConditionRun, Finding> after(ConditionRun run, Look look, Reading reading) {
        return switch (reading.answer()) {
            case YES -> holds(run, look, reading);
            case NO -> holdsNot(run, look);
            case UNKNOWN -> step(run, List.of());
        };
    }

    /** The recording is over: what is paused has ended, what lasts stays open. */
    public Step<ConditionRun, Finding> ended(ConditionRun run, Instant at) {
        ConditionIncident incident = run.incident();
        if (incident == null || incident.present()) {
            return Step.quiet(run);
        }
        return new Step<>(run.broken(null), List.of(finding(Phase.ENDED, incident, at)), Optional.empty());
    }

    /** Forgets an incident whose condition did not return. */
    public Step<ConditionRun, Finding> onDeadline(ConditionRun run, Instant now) {
        ConditionIncident incident = run.incident();
        if (incident == null || incident.present() || now.isBefore(forgetAt(incident))) {
            return step(run, List.of());
        }
        return step(with(run, null), List.of(finding(Phase.ENDED, incident, now)));
    }

    private Step<ConditionRun, Finding> holds(ConditionRun run, Look look, Reading reading) {
        Instant since = run.since() == null ? begin(run, look, reading) : run.since();
        Instant until = end(run, since, look, reading);
        ConditionRun next = new ConditionRun(since, run.heldNs() + look.countsNs(), 0, until, run.incident());
        List<Finding> findings = new ArrayList<>();
        ConditionIncident incident = run.incident();
        boolean told = true;
        if (incident != null && incident.present()) {
            told = !revises || reading.hasReasonsOf(incident.last());
            incident = incident.held(until, reading);
        } else if (next.heldNs() >= times.warn().toNanos()) {
            Phase phase = incident == null ? Phase.RAISED : Phase.RESUMED;
            incident = incident == null
                    ? new ConditionIncident(look.subject(), since, since, until, true, false, reading)
                    : incident.resumed(since, until, reading);
            findings.add(finding(phase, incident, look.end()));
        } else {
            return step(next, findings);
        }
        if (!incident.escalated() && next.heldNs() >= times.alarm().toNanos()) {
            incident = incident.major();
            findings.add(finding(Phase.ESCALATED, incident, look.end()));
        } else if (!told) {
            findings.add(finding(Phase.REVISED, incident, look.end()));
        }
        return step(with(next, incident), findings);
    }

    /** A run begins where the reading says so, within the look or before it, but not within an earlier run. */
    private static Instant begin(ConditionRun run, Look look, Reading reading) {
        Instant from = reading.from();
        if (from == null || from.isAfter(look.end())) {
            return look.time();
        }
        Instant before = run.lastHeld();
        return before != null && before.isAfter(from) ? before : from;
    }

    /** The end moves on only. */
    private static Instant end(ConditionRun run, Instant since, Look look, Reading reading) {
        Instant to = reading.to() == null || reading.to().isAfter(look.end()) ? look.end() : reading.to();
        Instant before = run.lastHeld() == null || run.since() == null ? since : run.lastHeld();
        return before.isAfter(to) ? before : to;
    }

    private Step<ConditionRun, Finding> holdsNot(ConditionRun run, Look look) {
        ConditionIncident incident = run.incident();
        if (incident == null || !incident.present()) {
            return step(run.broken(incident), List.of());
        }
        long goneNs = run.goneNs() + look.countsNs();
        if (goneNs < times.clear().toNanos()) {
            return step(new ConditionRun(run.since(), run.heldNs(), goneNs, run.lastHeld(), incident), List.of());
        }
        boolean forgotten = !look.end().isBefore(forgetAt(incident));
        ConditionIncident paused = incident.paused();
        Finding finding = finding(forgotten ? Phase.ENDED : Phase.PAUSED, paused, look.end());
        return step(run.broken(forgotten ? null : paused), List.of(finding));
    }

    private static ConditionRun with(ConditionRun run, @Nullable ConditionIncident incident) {
        return new ConditionRun(run.since(), run.heldNs(), run.goneNs(), run.lastHeld(), incident);
    }

    private Step<ConditionRun, Finding> step(ConditionRun next, List<Finding> findings) {
        ConditionIncident incident = next.incident();
        Optional<Instant> wakeAt =
                incident == null || incident.present() ? Optional.empty() : Optional.of(forgetAt(incident));
        return new Step<>(next, findings, wakeAt);
    }

    private Instant forgetAt(ConditionIncident incident) {
        return incident.until().plus(times.forgetAfter());
    }

    private Finding finding(Phase phase, ConditionIncident incident, Instant at) {
        Reading last = incident.last();
        return new Finding(
                kind,
                phase,
                incident.subject(),
                incident.escalated() ? Severity.MAJOR : Severity.WARNING,
                incident.onset(),
                incident.since(),
                incident.present() ? at : incident.until(),
                at,
                last.measured(),
                last.threshold(),
                last.unit(),
                last.reasons(),
                registerVersion);
    }
}

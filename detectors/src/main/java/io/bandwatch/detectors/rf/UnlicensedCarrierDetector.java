package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.verdict.Assessment;
import io.bandwatch.detectors.verdict.CarrierMean;
import io.bandwatch.detectors.verdict.VerdictJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Reports carriers that no valid register entry explains. A carrier is reported when it was on air for the hold time and
 * is confirmed; the same carrier back within the time of forgetting joins the incident as another presence, so that a
 * transmitter that comes and goes all night is one incident. The carrier is judged by its mean frequency, because a weak
 * voice carrier jitters by kilohertz from look to look. Time in which the channel was not observed counts as nothing.
 */
public final class UnlicensedCarrierDetector implements Detector<AttestedLook, UnlicensedCarrierState, Finding> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    private final VerdictJudge judge;
    private final UnlicensedCarrierSettings settings;

    public UnlicensedCarrierDetector(VerdictJudge judge, UnlicensedCarrierSettings settings) {
        this.judge = judge;
        this.settings = settings;
    }

    @Override
    public UnlicensedCarrierState initial() {
        return UnlicensedCarrierState.NOTHING;
    }

    @Override
    public Step<UnlicensedCarrierState, Finding> onObservation(UnlicensedCarrierState state, AttestedLook attested) {
        RfObservation look = attested.look();
        if (look.kind() == FrameKind.ENDED) {
            return ended(state, look.time());
        }
        boolean onAir =
                look.onAir() && look.snrDb() >= (state.since() == null ? settings.onSnrDb() : settings.offSnrDb());
        if (!onAir) {
            return off(state, look, state.silentNs() + look.durationNs());
        }
        CarrierMean mean = state.silentNs() >= settings.clear().toNanos()
                ? CarrierMean.NOTHING.with(look)
                : state.mean().with(look);
        UnlicensedCarrierState heard = new UnlicensedCarrierState(
                mean,
                0,
                state.since(),
                state.lastOn(),
                state.onNs(),
                state.offNs(),
                state.unseenNs(),
                state.incident());
        Sighting sighting = new Sighting(
                mean.frequencyHz(), look.frequencyUncertaintyHz(), mean.snrDb(), look.time(), look.timeKnown());
        Assessment assessment = judge.judge(sighting, attested.evidence());
        return assessment.verdict() == Verdict.UNLICENSED && !assessment.takenOver()
                ? on(heard, look, attested.evidence())
                : off(heard, look, 0);
    }

    @Override
    public Step<UnlicensedCarrierState, Finding> onDeadline(UnlicensedCarrierState state, Instant now) {
        UnlicensedIncident incident = state.incident();
        if (incident == null || incident.present() || now.isBefore(forgetAt(incident))) {
            return step(state, List.of());
        }
        return step(state.with(null), List.of(finding(Phase.ENDED, incident, now)));
    }

    private Step<UnlicensedCarrierState, Finding> ended(UnlicensedCarrierState state, Instant now) {
        UnlicensedIncident incident = state.incident();
        if (incident == null || incident.present()) {
            return Step.quiet(state);
        }
        return new Step<>(state.with(null), List.of(finding(Phase.ENDED, incident, now)), Optional.empty());
    }

    /** An unlicensed carrier is on air: the run goes on or begins. */
    private Step<UnlicensedCarrierState, Finding> on(
            UnlicensedCarrierState state, RfObservation look, Evidence evidence) {
        Instant since = state.since() == null ? look.time() : state.since();
        long onNs = state.onNs() + look.durationNs();
        long unseenNs = state.unseenUpTo(look.time());
        UnlicensedCarrierState next =
                new UnlicensedCarrierState(state.mean(), 0, since, look.end(), onNs, 0, unseenNs, state.incident());
        UnlicensedIncident incident = state.incident();
        List<Finding> findings = new ArrayList<>();
        if (incident != null && incident.present()) {
            incident = incident.seen(look.end(), unseenNs, state.mean(), evidence, incident.escalated());
        } else if (onNs >= settings.hold().toNanos() && look.confirmed()) {
            incident = reported(next, look, evidence, findings);
        } else {
            return step(next, findings);
        }
        if (!incident.escalated() && incident.presence().compareTo(settings.escalateAfter()) >= 0) {
            incident = incident.seen(look.end(), unseenNs, state.mean(), evidence, true);
            findings.add(finding(Phase.ESCALATED, incident, look.end()));
        }
        return step(next.with(incident), findings);
    }

    /** The run has lasted for the hold time: another presence of the incident, or an incident of its own. */
    private UnlicensedIncident reported(
            UnlicensedCarrierState state, RfObservation look, Evidence evidence, List<Finding> findings) {
        Instant since = Objects.requireNonNull(state.since());
        UnlicensedIncident before = state.incident();
        if (before != null && isSameCarrier(before, state.mean(), look)) {
            UnlicensedIncident incident = before.resumed(since, look.end(), state.unseenNs(), state.mean(), evidence);
            findings.add(finding(Phase.RESUMED, incident, look.end()));
            return incident;
        }
        if (before != null) {
            findings.add(finding(Phase.ENDED, before, look.end()));
        }
        UnlicensedIncident incident = new UnlicensedIncident(
                Subject.carrier(look.feed(), look.channelHz(), look.slot()),
                look.timeKnown(),
                look.frequencyUncertaintyHz(),
                since,
                since,
                look.end(),
                true,
                false,
                0,
                state.unseenNs(),
                state.mean().frequencyHz(),
                state.mean().snrDb(),
                evidence);
        findings.add(finding(Phase.RAISED, incident, look.end()));
        return incident;
    }

    private boolean isSameCarrier(UnlicensedIncident before, CarrierMean mean, RfObservation look) {
        double reachHz = Math.max(settings.returnHz(), look.frequencyUncertaintyHz());
        return Math.abs(mean.frequencyHz() - before.frequencyHz()) <= reachHz;
    }

    /** No unlicensed carrier is on air: after the clear time the run is over. */
    private Step<UnlicensedCarrierState, Finding> off(UnlicensedCarrierState state, RfObservation look, long silentNs) {
        long offNs = state.offNs() + look.durationNs();
        UnlicensedIncident incident = state.incident();
        if (state.since() == null || offNs < settings.clear().toNanos()) {
            return step(
                    new UnlicensedCarrierState(
                            state.mean(),
                            silentNs,
                            state.since(),
                            state.lastOn(),
                            state.onNs(),
                            offNs,
                            state.unseenNs(),
                            incident),
                    List.of());
        }
        List<Finding> findings = new ArrayList<>();
        if (incident != null && incident.present()) {
            incident = incident.paused();
            findings.add(finding(Phase.PAUSED, incident, look.end()));
            // after a long time not observed, the pause may come when all is already to be forgotten
            if (!look.end().isBefore(forgetAt(incident))) {
                findings.add(finding(Phase.ENDED, incident, look.end()));
                incident = null;
            }
        }
        return step(new UnlicensedCarrierState(state.mean(), silentNs, null, null, 0, offNs, 0, incident), findings);
    }

    private Step<UnlicensedCarrierState, Finding> step(UnlicensedCarrierState next, List<Finding> findings) {
        UnlicensedIncident incident = next.incident();
        Optional<Instant> wakeAt =
                incident == null || incident.present() ? Optional.empty() : Optional.of(forgetAt(incident));
        return new Step<>(next, findings, wakeAt);
    }

    private Instant forgetAt(UnlicensedIncident incident) {
        return incident.until().plus(settings.forgetAfter());
    }

    private Finding finding(Phase phase, UnlicensedIncident incident, Instant at) {
        Sighting sighting = new Sighting(
                incident.frequencyHz(),
                incident.uncertaintyHz(),
                incident.snrDb(),
                incident.since(),
                incident.timeKnown());
        List<Reason> reasons =
                new ArrayList<>(judge.judge(sighting, incident.evidence()).reasons());
        reasons.add(Reason.of(
                ReasonCode.ON_AIR,
                Reason.Weight.STRONG,
                decimal(incident.snrDb()),
                decimal(settings.onSnrDb()),
                decimal((double) incident.presence().toNanos() / NS_PER_S)));
        boolean present = incident.present();
        return new Finding(
                IncidentKind.UNLICENSED_CARRIER,
                phase,
                incident.subject(),
                incident.escalated() ? Severity.MAJOR : Severity.WARNING,
                incident.onset(),
                incident.since(),
                present ? at : incident.until(),
                at,
                incident.snrDb(),
                settings.onSnrDb(),
                "dB",
                reasons.toArray(Reason[]::new),
                judge.licences().registerVersion());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

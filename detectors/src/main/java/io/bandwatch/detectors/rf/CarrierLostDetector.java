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
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.verdict.CarrierMean;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Reports registered broadcast and relay stations that were received here and are gone: within their validity and hours,
 * outside approved maintenance. An absence that runs into the end of the hours ends there. Time in which the channel was
 * not observed is neither absence nor return. Where the time is unknown, the station is always expected, and a finding
 * that hours, validity or maintenance would touch says so.
 */
public final class CarrierLostDetector implements Detector<RfObservation, CarrierLostState, Finding> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    private final LicenceJudge judge;
    private final MaintenancePlan plan;
    private final CarrierLostSettings settings;

    public CarrierLostDetector(LicenceJudge judge, MaintenancePlan plan, CarrierLostSettings settings) {
        this.judge = judge;
        this.plan = plan;
        this.settings = settings;
    }

    @Override
    public CarrierLostState initial() {
        return CarrierLostState.NOTHING;
    }

    @Override
    public Step<CarrierLostState, Finding> onObservation(CarrierLostState state, RfObservation look) {
        if (look.kind() == FrameKind.ENDED) {
            return Step.quiet(state);
        }
        CarrierLostState heard = look.onAir() ? received(state, look) : state;
        Optional<LicenceEntry> entry = Optional.ofNullable(heard.station()).flatMap(judge::entry);
        if (entry.isEmpty() || heard.receivedNs() < settings.received().toNanos()) {
            return Step.quiet(heard);
        }
        if (!isExpected(entry.get(), look)) {
            return released(heard, entry.get(), look);
        }
        return look.onAir() ? present(heard, entry.get(), look) : absent(heard, entry.get(), look);
    }

    @Override
    public Step<CarrierLostState, Finding> onDeadline(CarrierLostState state, Instant now) {
        return Step.quiet(state);
    }

    /** Learns which station is received here; while a loss is open its station stays. */
    private CarrierLostState received(CarrierLostState state, RfObservation look) {
        CarrierMean mean = state.mean().with(look);
        if (state.raised()) {
            return state.received(mean, state.station(), state.receivedNs());
        }
        Judgement judgement = judge.judge(new Sighting(
                mean.frequencyHz(), look.frequencyUncertaintyHz(), mean.snrDb(), look.time(), look.timeKnown()));
        LicenceEntry entry = judgement.entry();
        boolean registered =
                entry != null && entry.stationClass().mustBeOnAir() && judgement.verdict() != Verdict.UNLICENSED;
        if (!registered) {
            return state.received(mean, null, 0).settled();
        }
        boolean same = judgement.station() != null && judgement.station().equals(state.station());
        long beforeNs = same ? state.receivedNs() : 0;
        return state.received(mean, judgement.station(), beforeNs + (look.confirmed() ? look.durationNs() : 0));
    }

    private boolean isExpected(LicenceEntry entry, RfObservation look) {
        return !look.timeKnown() || (entry.expectedOnAir(look.time()) && !plan.excuses(entry.id(), look.time()));
    }

    /** The station need not be on air now: a loss ends here, or where it came back a moment ago. */
    private Step<CarrierLostState, Finding> released(CarrierLostState state, LicenceEntry entry, RfObservation look) {
        if (!state.raised()) {
            return Step.quiet(state.settled());
        }
        Instant until = state.backSince() == null ? look.time() : state.backSince();
        return ended(state, entry, until, look);
    }

    private Step<CarrierLostState, Finding> present(CarrierLostState state, LicenceEntry entry, RfObservation look) {
        if (!state.raised()) {
            return Step.quiet(state.settled());
        }
        Instant since = state.backSince() == null ? look.time() : state.backSince();
        CarrierLostState back = state.back(since, state.backNs() + look.durationNs());
        return back.backNs() >= settings.clear().toNanos() ? ended(back, entry, since, look) : Step.quiet(back);
    }

    private Step<CarrierLostState, Finding> absent(CarrierLostState state, LicenceEntry entry, RfObservation look) {
        Instant since = state.absentSince() == null ? look.time() : state.absentSince();
        CarrierLostState next = state.absent(since, state.absentNs() + look.durationNs());
        if (!look.confirmed()) {
            next = next.back(null, 0);
        }
        List<Finding> findings = new ArrayList<>();
        if (!next.raised() && next.absentNs() >= settings.warn().toNanos()) {
            next = next.reported(false);
            findings.add(finding(Phase.RAISED, next, entry, look.end(), look));
        }
        if (next.raised()
                && !next.escalated()
                && next.absentNs() >= settings.alarm().toNanos()) {
            next = next.reported(true);
            findings.add(finding(Phase.ESCALATED, next, entry, look.end(), look));
        }
        return new Step<>(next, findings, Optional.empty());
    }

    private Step<CarrierLostState, Finding> ended(
            CarrierLostState state, LicenceEntry entry, Instant until, RfObservation look) {
        return new Step<>(state.settled(), List.of(finding(Phase.ENDED, state, entry, until, look)), Optional.empty());
    }

    private Finding finding(
            Phase phase, CarrierLostState state, LicenceEntry entry, Instant until, RfObservation look) {
        double absentS = (double) state.absentNs() / NS_PER_S;
        Duration threshold = state.escalated() ? settings.alarm() : settings.warn();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                ReasonCode.CARRIER_ABSENT,
                Reason.Weight.DECISIVE,
                entry.id(),
                entry.name(),
                decimal(state.mean().snrDb()),
                decimal(absentS)));
        if (!look.timeKnown() && (entry.dependsOnTime() || plan.concerns(entry.id()))) {
            reasons.add(Reason.of(ReasonCode.TIME_UNKNOWN, Reason.Weight.WEAK));
        }
        Instant since = Objects.requireNonNull(state.absentSince());
        return new Finding(
                IncidentKind.CARRIER_LOST,
                phase,
                Subject.carrier(look.feed(), look.channelHz(), look.slot()),
                state.escalated() ? Severity.MAJOR : Severity.WARNING,
                since,
                since,
                until,
                look.end(),
                absentS,
                (double) threshold.toNanos() / NS_PER_S,
                "s",
                reasons.toArray(Reason[]::new),
                judge.registerVersion());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

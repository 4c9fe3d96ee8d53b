package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.schedule.OnAirTimes;
import io.bandwatch.detectors.schedule.ScheduleLearner;
import io.bandwatch.detectors.schedule.ScheduleSettings;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what a recording, or each interval of it, says of one carrier. A carrier has a record if it was confirmed once,
 * and an interval's record if it was on air in it. Each look is judged by the carrier's mean frequency so far; the
 * record, by the mean over the whole, at a time at which the prevailing verdict held.
 */
public final class CarrierAssessor implements Detector<AttestedLook, AssessorState, CarrierRecord> {
    private static final long serialVersionUID = 1L;

    private static final double NS_PER_S = 1e9;

    private final VerdictJudge judge;
    private final AssessorSettings settings;

    public CarrierAssessor(VerdictJudge judge, AssessorSettings settings) {
        this.judge = judge;
        this.settings = settings;
    }

    @Override
    public AssessorState initial() {
        return new AssessorState(CarrierMean.NOTHING, null, null, null, false);
    }

    @Override
    public Step<AssessorState, CarrierRecord> onObservation(AssessorState state, AttestedLook attested) {
        RfObservation look = attested.look();
        boolean ended = look.kind() == FrameKind.ENDED;
        List<CarrierRecord> records = new ArrayList<>();
        AssessorState open = state;
        Instant intervalEnd = state.intervalEnd();
        if (intervalEnd != null && (ended || !look.time().isBefore(intervalEnd))) {
            Instant end = ended && look.time().isBefore(intervalEnd) ? look.time() : intervalEnd;
            boolean confirmed = state.confirmed() || (ended && look.confirmed());
            record(state.interval(), state.whole(), true, end, confirmed, look).ifPresent(records::add);
            open = new AssessorState(state.mean(), state.whole(), null, null, state.confirmed());
        }
        if (!ended) {
            return new Step<>(added(begun(open, look), look, attested.evidence()), records, Optional.empty());
        }
        if (settings.finals()) {
            record(state.whole(), state.whole(), false, look.time(), state.confirmed() || look.confirmed(), look)
                    .ifPresent(records::add);
        }
        return new Step<>(open, records, Optional.empty());
    }

    @Override
    public Step<AssessorState, CarrierRecord> onDeadline(AssessorState state, Instant now) {
        return Step.quiet(state);
    }

    /** Sets up what this look is the first of: the recording's sums, the interval's. */
    private AssessorState begun(AssessorState state, RfObservation look) {
        CarrierTotals whole = state.whole() == null
                ? CarrierTotals.from(look.recordingStart(), nsBetween(look.recordingStart(), look.time()))
                : state.whole();
        Duration length = settings.interval();
        if (length == null || state.interval() != null) {
            return new AssessorState(state.mean(), whole, state.interval(), state.intervalEnd(), state.confirmed());
        }
        long lengthNs = length.toNanos();
        long index = nsBetween(look.recordingStart(), look.time()) / lengthNs;
        Instant from = look.recordingStart().plusNanos(index * lengthNs);
        Instant end = from.plusNanos(lengthNs);
        // a slot first used within an interval was silent before; a place seen earlier was simply not observed
        long silentNs = state.whole() == null ? nsBetween(from, look.time()) : 0;
        return new AssessorState(
                state.mean(),
                whole,
                CarrierTotals.from(from, silentNs),
                look.end().isAfter(end) && look.time().equals(from) ? look.end() : end,
                state.confirmed());
    }

    private AssessorState added(AssessorState state, RfObservation look, Evidence evidence) {
        CarrierTotals whole = state.whole();
        CarrierTotals interval = state.interval();
        boolean confirmed = state.confirmed() || look.confirmed();
        if (!look.onAir()) {
            return new AssessorState(
                    state.mean(),
                    whole == null ? null : whole.offAir(look),
                    interval == null ? null : interval.offAir(look),
                    state.intervalEnd(),
                    confirmed);
        }
        CarrierMean mean = state.mean().with(look);
        Sighting sighting = new Sighting(
                mean.frequencyHz(), look.frequencyUncertaintyHz(), mean.snrDb(), look.time(), look.timeKnown());
        Verdict verdict = judge.judge(sighting, evidence).verdict();
        return new AssessorState(
                mean,
                whole == null ? null : whole.onAir(look, verdict, evidence),
                interval == null ? null : interval.onAir(look, verdict, evidence),
                state.intervalEnd(),
                confirmed);
    }

    private Optional<CarrierRecord> record(
            @Nullable CarrierTotals totals,
            @Nullable CarrierTotals whole,
            boolean interval,
            Instant end,
            boolean confirmed,
            RfObservation look) {
        if (totals == null || whole == null || totals.onAirNs() == 0 || !confirmed) {
            return Optional.empty();
        }
        double frequencyHz = totals.frequencies().trimmedMeanHz();
        VerdictTime prevailing = totals.prevailing(settings.unlicensedHold().toNanos());
        Assessment assessment = judge.judge(
                new Sighting(frequencyHz, totals.uncertaintyHz(), totals.snrDb(), prevailing.last(), look.timeKnown()),
                prevailing.evidence().heardFor(totals.onAirNs() / NS_PER_S));
        if (whole.onAirNs() < settings.unlicensedHold().toNanos()) {
            assessment = assessment.afterOnly(whole.onAirNs() / NS_PER_S);
        }
        return Optional.of(new CarrierRecord(
                look.feed(),
                interval,
                totals.from(),
                nsBetween(totals.from(), end),
                look.channelHz(),
                look.slot(),
                frequencyHz,
                totals.levelDbfs(),
                totals.snrDb(),
                totals.occupiedBandwidthHz(),
                totals.presence(),
                assessment.verdict(),
                assessment.confidence(),
                assessment.reasons().toArray(Reason[]::new),
                assessment.station(),
                look.timeKnown(),
                totals.reception().modulation(totals.snrDb(), whole.reception()),
                totals.kinds(),
                interval ? null : times(totals, end, look.timeKnown())));
    }

    private OnAirTimes times(CarrierTotals totals, Instant end, boolean timeKnown) {
        ScheduleLearner learner = new ScheduleLearner(settings.timezone(), ScheduleSettings.DEFAULT);
        return OnAirTimes.of(totals.times(), end, timeKnown ? learner : null);
    }

    private static long nsBetween(Instant from, Instant to) {
        return Duration.between(from, to).toNanos();
    }
}

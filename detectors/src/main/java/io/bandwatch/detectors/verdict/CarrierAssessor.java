package io.bandwatch.detectors.verdict;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Sighting;
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
 *
 * <p>Confidence is {@code (0.5 + 0.5 s) t u}: {@code s} rises from 0 at -3 dB mean SNR to 1 at 12 dB, {@code t = 1 -
 * exp(-seconds on air)}, {@code u} is 0.9 where the time is unknown and would matter, else 1. An undetermined carrier has
 * none. It is a rule of thumb that orders carriers, not a calibrated probability.
 */
public final class CarrierAssessor implements Detector<RfObservation, AssessorState, CarrierRecord> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;
    private static final double LOW_SNR_DB = -3;
    private static final double HIGH_SNR_DB = 12;
    private static final double TIME_UNKNOWN_FACTOR = 0.9;

    private final LicenceJudge judge;
    private final AssessorSettings settings;

    public CarrierAssessor(LicenceJudge judge, AssessorSettings settings) {
        this.judge = judge;
        this.settings = settings;
    }

    @Override
    public AssessorState initial() {
        return new AssessorState(CarrierMean.NOTHING, null, null, null, false);
    }

    @Override
    public Step<AssessorState, CarrierRecord> onObservation(AssessorState state, RfObservation look) {
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
            return new Step<>(added(begun(open, look), look), records, Optional.empty());
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

    private AssessorState added(AssessorState state, RfObservation look) {
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
        Verdict verdict = judge.judge(new Sighting(
                        mean.frequencyHz(), look.frequencyUncertaintyHz(), mean.snrDb(), look.time(), look.timeKnown()))
                .verdict();
        return new AssessorState(
                mean,
                whole == null ? null : whole.onAir(look, verdict),
                interval == null ? null : interval.onAir(look, verdict),
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
        Judgement judgement = judge.judge(
                new Sighting(frequencyHz, totals.uncertaintyHz(), totals.snrDb(), prevailing.last(), look.timeKnown()));
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
                judgement.verdict(),
                confidence(judgement, totals),
                judgement.reasons().toArray(Reason[]::new),
                judgement.station(),
                look.timeKnown(),
                totals.reception().modulation(totals.snrDb(), whole.reception())));
    }

    private static double confidence(Judgement judgement, CarrierTotals totals) {
        if (judgement.verdict() == Verdict.UNDETERMINED) {
            return 0;
        }
        double margin = (totals.snrDb() - LOW_SNR_DB) / (HIGH_SNR_DB - LOW_SNR_DB);
        double snr = 0.5 + 0.5 * Math.max(0, Math.min(1, margin));
        double time = 1 - Math.exp(-totals.onAirNs() / NS_PER_S);
        boolean unknown = judgement.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.TIME_UNKNOWN);
        return snr * time * (unknown ? TIME_UNKNOWN_FACTOR : 1);
    }

    private static long nsBetween(Instant from, Instant to) {
        return Duration.between(from, to).toNanos();
    }
}

package io.bandwatch.detectors.rf.identity;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.rds.RdsReceiver;
import io.bandwatch.detectors.rds.RdsSettings;
import io.bandwatch.detectors.rds.RdsState;
import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.rds.sync.BitFrame;
import io.bandwatch.detectors.verdict.CarrierMean;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RdsBits;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reports stations that call themselves otherwise than their register row. The programme identification decides; the
 * programme service name, which many stations scroll, counts only when it has stayed the same for long. A station without
 * radio data, or a row without PI and name, is no mismatch: no RDS is weak evidence.
 */
public final class RdsMismatchDetector implements Detector<RfObservation, RdsMismatchState, Finding> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    private final LicenceJudge judge;
    private final RdsMismatchSettings settings;
    private final RdsReceiver receiver;
    private final ConditionRule rule;

    public RdsMismatchDetector(LicenceJudge judge, RdsMismatchSettings settings) {
        this.judge = judge;
        this.settings = settings;
        this.receiver = new RdsReceiver(RdsSettings.DEFAULT);
        this.rule = new ConditionRule(IncidentKind.RDS_MISMATCH, settings.times(), judge.registerVersion());
    }

    @Override
    public RdsMismatchState initial() {
        return new RdsMismatchState(CarrierMean.NOTHING, receiver.initial(), null, null, 0, ConditionRun.NOTHING);
    }

    @Override
    public Step<RdsMismatchState, Finding> onObservation(RdsMismatchState state, RfObservation look) {
        if (look.kind() == FrameKind.ENDED) {
            return with(state, rule.ended(state.run(), look.time()));
        }
        if (!look.onAir() && !look.confirmed()) {
            return with(gone(state), rule.after(state.run(), look, Reading.NO));
        }
        RdsMismatchState heard = heard(state, look);
        return with(heard, rule.after(state.run(), look, look.onAir() ? reading(heard, look) : Reading.UNKNOWN));
    }

    @Override
    public Step<RdsMismatchState, Finding> onDeadline(RdsMismatchState state, Instant now) {
        return with(state, rule.onDeadline(state.run(), now));
    }

    private static Step<RdsMismatchState, Finding> with(RdsMismatchState state, Step<ConditionRun, Finding> step) {
        return step.with(state.with(step.next()));
    }

    /** What comes back may be another. */
    private RdsMismatchState gone(RdsMismatchState state) {
        return state.mean().ns() == 0 ? state : initial().with(state.run());
    }

    private RdsMismatchState heard(RdsMismatchState state, RfObservation look) {
        FmReception reception = look.reception();
        RdsBits bits = reception == null ? RdsBits.NONE : reception.rds();
        RdsState rds = receiver.receive(
                state.rds(), new BitFrame(look.time(), bits.soft(), bits.firstOffsetNs(), bits.periodNs()));
        CarrierMean mean = look.onAir() ? state.mean().with(look) : state.mean();
        RdsStation station = receiver.station(rds);
        String name = station.psRounds() < settings.nameRounds() ? null : station.ps();
        boolean same = name != null && name.equals(state.name());
        return new RdsMismatchState(
                mean,
                rds,
                name,
                same ? state.nameSince() : look.time(),
                same ? state.nameNs() + look.durationNs() : 0,
                state.run());
    }

    private Reading reading(RdsMismatchState state, RfObservation look) {
        RdsStation station = receiver.station(state.rds());
        Integer pi = station.pi();
        if (pi == null) {
            return Reading.UNKNOWN;
        }
        CarrierMean mean = state.mean();
        Judgement judgement = judge.judge(new Sighting(
                mean.frequencyHz(), look.frequencyUncertaintyHz(), mean.snrDb(), look.time(), look.timeKnown()));
        LicenceEntry entry = judgement.entry();
        if (entry == null || judgement.verdict() == Verdict.UNLICENSED) {
            return Reading.NO;
        }
        if (entry.pi() != null) {
            int registered = Integer.parseInt(entry.pi(), 16);
            if (pi != registered) {
                return identification(pi, registered, entry);
            }
        }
        return name(state, entry);
    }

    private static Reading identification(int pi, int registered, LicenceEntry entry) {
        return Reading.yes(
                pi,
                registered,
                "PI",
                Reason.of(
                        ReasonCode.PI_MISMATCH,
                        Reason.Weight.STRONG,
                        String.format(Locale.ROOT, "%04X", pi),
                        String.format(Locale.ROOT, "%04X", registered),
                        entry.id()));
    }

    private Reading name(RdsMismatchState state, LicenceEntry entry) {
        if (entry.ps() == null || isSameName(entry.ps(), state.name())) {
            return Reading.NO;
        }
        if (state.name() == null || state.nameNs() < settings.nameStable().toNanos()) {
            return Reading.UNKNOWN;
        }
        double stableS = (double) state.nameNs() / NS_PER_S;
        return Reading.yes(
                        stableS,
                        (double) settings.nameStable().toNanos() / NS_PER_S,
                        "s",
                        Reason.of(
                                ReasonCode.PS_MISMATCH,
                                Reason.Weight.MEDIUM,
                                state.name().strip(),
                                entry.ps().strip(),
                                entry.id(),
                                String.format(Locale.ROOT, "%.0f", stableS)))
                .since(Objects.requireNonNull(state.nameSince()));
    }

    private static boolean isSameName(String registered, @Nullable String heard) {
        return heard != null && heard.strip().equalsIgnoreCase(registered.strip());
    }
}

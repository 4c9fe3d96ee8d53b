package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.condition.SlidingMean;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Locale;

/**
 * Reports registered stations off their frequency. The frequency is the mean over some seconds: within one look the programme
 * itself moves it. Without samples there is no such mean, so that sweeps are not judged.
 */
public final class FrequencyOffsetDetector implements Detector<RfObservation, WindowState, Finding> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    private final LicenceJudge judge;
    private final FrequencyOffsetSettings settings;
    private final WindowRule rule;

    public FrequencyOffsetDetector(LicenceJudge judge, FrequencyOffsetSettings settings) {
        this.judge = judge;
        this.settings = settings;
        this.rule = new WindowRule(
                new ConditionRule(IncidentKind.FREQUENCY_OFFSET, settings.times(), judge.registerVersion()),
                settings.windowS());
    }

    @Override
    public WindowState initial() {
        return WindowState.NOTHING;
    }

    @Override
    public Step<WindowState, Finding> onObservation(WindowState state, RfObservation look) {
        if (!look.onAir()) {
            return rule.withoutCarrier(state, look);
        }
        if (look.snrDb() < settings.minSnrDb() || look.frequencyUncertaintyHz() > 0) {
            return rule.unknown(state, look);
        }
        // against the channel, so that the sums stay small
        double measure = look.frequencyHz() - look.channelHz();
        return rule.measured(state, look, measure, look.durationNs() / NS_PER_S, window -> reading(window, look));
    }

    @Override
    public Step<WindowState, Finding> onDeadline(WindowState state, Instant now) {
        return rule.onDeadline(state, now);
    }

    private Reading reading(SlidingMean window, RfObservation look) {
        double frequencyHz = look.channelHz() + window.mean();
        Judgement judgement = judge.judge(new Sighting(frequencyHz, 0, look.snrDb(), look.time(), look.timeKnown()));
        LicenceEntry entry = judgement.entry();
        if (entry == null || !isHeldToIt(judgement.verdict())) {
            return Reading.NO;
        }
        double offsetHz = frequencyHz - entry.frequencyHz();
        double limitHz = judge.offsetLimitHz(entry);
        if (Math.abs(offsetHz) <= limitHz) {
            return Reading.NO;
        }
        double edgeHz = entry.frequencyHz() + Math.copySign(limitHz, offsetHz) - look.channelHz();
        double aboveS = window.aboveS(edgeHz);
        double belowS = window.belowS(edgeHz);
        return Reading.yes(
                        offsetHz,
                        judge.toleranceHz(entry),
                        "Hz",
                        Reason.of(
                                ReasonCode.FREQUENCY_OFFSET,
                                Reason.Weight.STRONG,
                                String.format(Locale.ROOT, "%+.0f", offsetHz),
                                String.format(Locale.ROOT, "%.0f", judge.toleranceHz(entry))))
                .dated(look, offsetHz > 0 ? aboveS : belowS, offsetHz > 0 ? belowS : aboveS);
    }

    /** Only what is licensed is held to its tolerance. */
    private static boolean isHeldToIt(Verdict verdict) {
        return verdict == Verdict.LICENSED || verdict == Verdict.LICENSED_OUT_OF_PARAMETERS;
    }
}

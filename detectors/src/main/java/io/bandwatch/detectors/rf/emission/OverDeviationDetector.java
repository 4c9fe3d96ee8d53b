package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.condition.SlidingMean;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Locale;

/**
 * Reports carriers that deviate farther than allowed: more than a share of their samples in a minute, as ITU-R SM.1268 counts
 * them, not the largest one, which is a click. The limit is moved out by the uncertainty and by the noise of each look, so
 * that noise cannot carry an honest station over it. A look through the narrower filter does not count: that filter cuts off
 * what is to be measured.
 */
public final class OverDeviationDetector implements Detector<RfObservation, OverDeviationState, Finding> {
    private static final long serialVersionUID = 1L;
    private static final double PERCENT = 100;

    private final OverDeviationSettings settings;
    private final ConditionRule rule;

    public OverDeviationDetector(OverDeviationSettings settings) {
        this.settings = settings;
        this.rule = new ConditionRule(IncidentKind.OVER_DEVIATION, settings.times(), "");
    }

    @Override
    public OverDeviationState initial() {
        return OverDeviationState.NOTHING;
    }

    @Override
    public Step<OverDeviationState, Finding> onObservation(OverDeviationState state, RfObservation look) {
        if (look.kind() == FrameKind.ENDED) {
            return with(state, rule.ended(state.run(), look.time()));
        }
        if (!look.onAir()) {
            OverDeviationState kept = look.confirmed() ? state : state.forgotten();
            return with(kept, rule.after(state.run(), look, Reading.absent(look)));
        }
        FmReception reception = look.reception();
        if (reception == null || !counts(look, reception)) {
            return with(state, rule.after(state.run(), look, Reading.UNKNOWN));
        }
        double s = reception.observedS();
        SlidingMean frequency = state.frequency().with(meanHz(reception) - look.channelHz(), s, settings.windowS());
        double limitHz = settings.limitHz()
                + settings.uncertaintyHz()
                + settings.noiseDeviations() * Math.sqrt(reception.noiseMeanSquareHz2());
        double share = shareBeyond(reception, look.channelHz() + frequency.mean(), limitHz);
        OverDeviationState next =
                new OverDeviationState(frequency, state.beyond().with(share, s, settings.windowS()), state.run());
        return with(next, rule.after(state.run(), look, reading(next.beyond(), look, limitHz)));
    }

    @Override
    public Step<OverDeviationState, Finding> onDeadline(OverDeviationState state, Instant now) {
        return with(state, rule.onDeadline(state.run(), now));
    }

    private static Step<OverDeviationState, Finding> with(OverDeviationState state, Step<ConditionRun, Finding> step) {
        return step.with(new OverDeviationState(state.frequency(), state.beyond(), step.next()));
    }

    private boolean counts(RfObservation look, FmReception reception) {
        return look.snrDb() >= settings.minSnrDb()
                && !reception.narrowFilter()
                && reception.envelopeVariation() <= settings.maxEnvelopeVariation();
    }

    private Reading reading(SlidingMean beyond, RfObservation look, double limitHz) {
        double share = beyond.mean();
        boolean whole = beyond.spans(settings.windowS());
        double most = whole ? settings.share() : settings.earlyFactor() * settings.share();
        if (!whole && !beyond.spans(settings.earlyS())) {
            return Reading.UNKNOWN;
        }
        double goneS = beyond.belowS(settings.share());
        if (share <= most || goneS >= settings.quietS()) {
            return Reading.NO;
        }
        return Reading.yes(
                        PERCENT * share,
                        PERCENT * most,
                        "%",
                        Reason.of(
                                ReasonCode.OVER_DEVIATION,
                                Reason.Weight.MEDIUM,
                                String.format(Locale.ROOT, "%.3f", PERCENT * share),
                                String.format(Locale.ROOT, "%.1f", limitHz / 1e3),
                                String.format(Locale.ROOT, "%.0f", beyond.observedS())))
                .dated(look, beyond.aboveS(settings.share()), goneS);
    }

    /** Mean frequency of a look, Hz. */
    private static double meanHz(FmReception reception) {
        int[] histogram = reception.deviationHistogram();
        double moment = 0;
        long total = 0;
        for (int i = 0; i < histogram.length; i++) {
            moment += (double) histogram[i] * (i - histogram.length / 2);
            total += histogram[i];
        }
        return reception.centreHz() + moment / Math.max(1, total) * FmReception.STEP_HZ;
    }

    /** Share of the samples farther than the limit from a frequency; a step on the limit counts with its part beyond. */
    private static double shareBeyond(FmReception reception, double middleHz, double limitHz) {
        int[] histogram = reception.deviationHistogram();
        double beyond = 0;
        long total = 0;
        for (int i = 0; i < histogram.length; i++) {
            double hz = reception.centreHz() + (double) (i - histogram.length / 2) * FmReception.STEP_HZ;
            double steps = (Math.abs(hz - middleHz) - limitHz) / FmReception.STEP_HZ + 0.5;
            beyond += histogram[i] * Math.max(0, Math.min(1, steps));
            total += histogram[i];
        }
        return beyond / Math.max(1, total);
    }
}

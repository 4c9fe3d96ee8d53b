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
import io.bandwatch.detectors.reception.MultiplexPower;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Locale;

/**
 * Reports carriers with more power in the multiplex over any minute than a sine of 19 kHz deviation has (ITU-R BS.412-9,
 * 2.5). A loud second is none: the limit is one of the mean over sixty.
 */
public final class MpxPowerDetector implements Detector<RfObservation, WindowState, Finding> {
    private static final long serialVersionUID = 1L;

    private final MpxPowerSettings settings;
    private final ConditionRule rule;

    public MpxPowerDetector(MpxPowerSettings settings) {
        this.settings = settings;
        this.rule = new ConditionRule(IncidentKind.MPX_POWER_HIGH, settings.times(), "");
    }

    @Override
    public WindowState initial() {
        return WindowState.NOTHING;
    }

    @Override
    public Step<WindowState, Finding> onObservation(WindowState state, RfObservation look) {
        if (look.kind() == FrameKind.ENDED) {
            return with(state.window(), rule.ended(state.run(), look.time()));
        }
        if (!look.onAir()) {
            SlidingMean kept = look.confirmed() ? state.window() : SlidingMean.NOTHING;
            return with(kept, rule.after(state.run(), look, Reading.absent(look)));
        }
        FmReception reception = look.reception();
        if (reception == null || !counts(look, reception)) {
            return with(state.window(), rule.after(state.run(), look, Reading.UNKNOWN));
        }
        double meanSquareHz2 = Math.max(0, reception.multiplexMeanSquareHz2() - reception.noiseMeanSquareHz2());
        SlidingMean minute = state.window().with(meanSquareHz2, reception.observedS(), MultiplexPower.WINDOW_S);
        return with(minute, rule.after(state.run(), look, reading(minute, look)));
    }

    @Override
    public Step<WindowState, Finding> onDeadline(WindowState state, Instant now) {
        return with(state.window(), rule.onDeadline(state.run(), now));
    }

    private static Step<WindowState, Finding> with(SlidingMean window, Step<ConditionRun, Finding> step) {
        return step.with(new WindowState(window, step.next()));
    }

    private boolean counts(RfObservation look, FmReception reception) {
        return look.snrDb() >= settings.minSnrDb()
                && !reception.narrowFilter()
                && reception.envelopeVariation() <= settings.maxEnvelopeVariation();
    }

    private Reading reading(SlidingMean minute, RfObservation look) {
        if (!minute.spans(MultiplexPower.WINDOW_S)) {
            return Reading.UNKNOWN;
        }
        double powerDbr = Decibels.ofPower(minute.mean() / MultiplexPower.REFERENCE_HZ2);
        if (!(powerDbr > settings.limitDbr() + settings.uncertaintyDb())) {
            return Reading.NO;
        }
        double limitHz2 = Decibels.toPower(settings.limitDbr()) * MultiplexPower.REFERENCE_HZ2;
        return Reading.yes(
                        powerDbr,
                        settings.limitDbr(),
                        "dBr",
                        Reason.of(
                                ReasonCode.MPX_POWER_HIGH,
                                Reason.Weight.MEDIUM,
                                String.format(Locale.ROOT, "%+.1f", powerDbr),
                                String.format(Locale.ROOT, "%.1f", settings.limitDbr()),
                                String.format(Locale.ROOT, "%.0f", minute.observedS())))
                .dated(look, minute.aboveS(limitHz2), minute.belowS(limitHz2));
    }
}

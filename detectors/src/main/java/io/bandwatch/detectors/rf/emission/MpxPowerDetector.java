package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.condition.SlidingMean;
import io.bandwatch.detectors.reception.MultiplexPower;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FmReception;
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
    private final WindowRule rule;

    public MpxPowerDetector(MpxPowerSettings settings) {
        this.settings = settings;
        this.rule = new WindowRule(
                new ConditionRule(IncidentKind.MPX_POWER_HIGH, settings.times(), ""), MultiplexPower.WINDOW_S);
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
        FmReception reception = look.reception();
        if (reception == null || !counts(look, reception)) {
            return rule.unknown(state, look);
        }
        double meanSquareHz2 = Math.max(0, reception.multiplexMeanSquareHz2() - reception.noiseMeanSquareHz2());
        return rule.measured(state, look, meanSquareHz2, reception.observedS(), minute -> reading(minute, look));
    }

    @Override
    public Step<WindowState, Finding> onDeadline(WindowState state, Instant now) {
        return rule.onDeadline(state, now);
    }

    private boolean counts(RfObservation look, FmReception reception) {
        return look.snrDb() >= settings.minSnrDb()
                && !reception.narrowFilter()
                && reception.envelopeVariation() <= settings.maxEnvelopeVariation();
    }

    private Reading reading(SlidingMean minute, RfObservation look) {
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

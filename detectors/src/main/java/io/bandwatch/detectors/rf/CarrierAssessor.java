package io.bandwatch.detectors.rf;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;

/** Sums up what a recording, or each interval of it, says of one carrier. */
public final class CarrierAssessor implements Detector<RfObservation, AssessorState, CarrierRecord> {
    private static final long serialVersionUID = 1L;

    private final LicenceJudge judge;
    private final AssessorSettings settings;

    public CarrierAssessor(LicenceJudge judge, AssessorSettings settings) {
        this.judge = judge;
        this.settings = settings;
    }

    @Override
    public AssessorState initial() {
        return new AssessorState(judge.registerVersion().length() + settings.hashCode());
    }

    @Override
    public Step<AssessorState, CarrierRecord> onObservation(AssessorState state, RfObservation observation) {
        return Step.quiet(state);
    }

    @Override
    public Step<AssessorState, CarrierRecord> onDeadline(AssessorState state, Instant now) {
        return Step.quiet(state);
    }
}

package io.bandwatch.detectors.rf.survey;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.RfFrame;
import java.time.Instant;

/** Draws the pictures of one recording in bounded memory. */
public final class SpectrumSurvey implements Detector<RfFrame, SurveyState, SpectrumSummary> {
    private static final long serialVersionUID = 1L;

    @Override
    public SurveyState initial() {
        return new SurveyState(null, null, 0, 0, 0, new double[0], new float[0], new float[0][], 1, 0, new double[0]);
    }

    @Override
    public Step<SurveyState, SpectrumSummary> onObservation(SurveyState state, RfFrame frame) {
        return Step.quiet(state);
    }

    @Override
    public Step<SurveyState, SpectrumSummary> onDeadline(SurveyState state, Instant now) {
        return Step.quiet(state);
    }
}

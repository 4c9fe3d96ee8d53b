package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.condition.SlidingMean;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.io.Serializable;
import java.time.Instant;

/** A condition on the mean of a measure over a sliding window, which is forgotten when the carrier goes off air for good. */
final class WindowRule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ConditionRule rule;
    private final double windowS;

    WindowRule(ConditionRule rule, double windowS) {
        this.rule = rule;
        this.windowS = windowS;
    }

    /** What the mean over a whole window says. */
    interface Question {
        Reading of(SlidingMean window);
    }

    /** A look without a carrier, or the end of the recording. */
    Step<WindowState, Finding> withoutCarrier(WindowState state, RfObservation look) {
        if (look.kind() == FrameKind.ENDED) {
            return with(state.window(), rule.ended(state.run(), look.time()));
        }
        SlidingMean kept = look.confirmed() ? state.window() : SlidingMean.NOTHING;
        return with(kept, rule.after(state.run(), look, Reading.absent(look)));
    }

    /** A look in which the measure cannot be taken. */
    Step<WindowState, Finding> unknown(WindowState state, RfObservation look) {
        return with(state.window(), rule.after(state.run(), look, Reading.UNKNOWN));
    }

    /** A look with a measure, which stands for so many seconds. */
    Step<WindowState, Finding> measured(
            WindowState state, RfObservation look, double measure, double seconds, Question question) {
        SlidingMean window = state.window().with(measure, seconds, windowS);
        Reading reading = window.spans(windowS) ? question.of(window) : Reading.UNKNOWN;
        return with(window, rule.after(state.run(), look, reading));
    }

    Step<WindowState, Finding> onDeadline(WindowState state, Instant now) {
        return with(state.window(), rule.onDeadline(state.run(), now));
    }

    private static Step<WindowState, Finding> with(SlidingMean window, Step<ConditionRun, Finding> step) {
        return step.with(new WindowState(window, step.next()));
    }
}

package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;

/** What happens to each of a detector's conditions alike. */
@FunctionalInterface
public interface ConditionMove {
    Step<ConditionRun, Finding> of(ConditionRule rule, ConditionRun run);
}

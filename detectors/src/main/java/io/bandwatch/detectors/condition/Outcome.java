package io.bandwatch.detectors.condition;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings and deadlines of several conditions: the earliest deadline counts, and the others come after it. */
public final class Outcome {
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Instant wakeAt;

    /** Takes in what came of one condition, and hands its state back. */
    public ConditionRun take(Step<ConditionRun, Finding> step) {
        findings.addAll(step.findings());
        Instant wanted = step.wakeAt().orElse(null);
        if (wanted != null && (wakeAt == null || wanted.isBefore(wakeAt))) {
            wakeAt = wanted;
        }
        return step.next();
    }

    /** What came of all of them, and the state that they leave. */
    public <S> Step<S, Finding> of(S next) {
        return new Step<>(next, findings, Optional.ofNullable(wakeAt));
    }
}

package io.bandwatch.deploy.replay;

import io.bandwatch.detectors.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How a replay ended.
 *
 * @param worst severity of its worst incident, or null where there was none
 */
public record ReplayOutcome(@Nullable Severity worst) {
    /** Whether an incident was at least as severe. */
    public boolean reaches(Severity limit) {
        return worst != null && worst.compareTo(limit) >= 0;
    }
}

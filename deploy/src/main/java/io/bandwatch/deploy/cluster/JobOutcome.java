package io.bandwatch.deploy.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A job that ran to its end.
 *
 * @param runtime from submission to the end
 * @param resumedFrom the checkpoint it started at, when it did not start at the beginning
 * @param accumulators the job's accumulators by name
 */
public record JobOutcome(Duration runtime, Optional<String> resumedFrom, Map<String, Object> accumulators) {
    public JobOutcome {
        accumulators = Map.copyOf(accumulators);
    }
}

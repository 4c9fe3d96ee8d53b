package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.SlidingMean;

/**
 * What a detector of a sliding mean remembers of one place.
 *
 * @param window the measure over the last seconds
 * @param run where the condition stands
 */
public record WindowState(SlidingMean window, ConditionRun run) {
    static final WindowState NOTHING = new WindowState(SlidingMean.NOTHING, ConditionRun.NOTHING);
}

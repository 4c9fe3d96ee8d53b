package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.SlidingMean;

/**
 * What {@link OverDeviationDetector} remembers of one place.
 *
 * @param frequency mean of the carrier against its channel, Hz: deviation is counted from there, not from the mean of a look
 * @param beyond share of the samples beyond the limit
 * @param run where the condition stands
 */
public record OverDeviationState(SlidingMean frequency, SlidingMean beyond, ConditionRun run) {
    static final OverDeviationState NOTHING =
            new OverDeviationState(SlidingMean.NOTHING, SlidingMean.NOTHING, ConditionRun.NOTHING);

    OverDeviationState forgotten() {
        return new OverDeviationState(SlidingMean.NOTHING, SlidingMean.NOTHING, run);
    }
}

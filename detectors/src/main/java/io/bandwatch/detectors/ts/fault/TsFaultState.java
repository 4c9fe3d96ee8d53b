package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.condition.ConditionRun;

/**
 * What {@link TsFaultDetector} remembers of a feed.
 *
 * @param memory what was counted so far
 * @param first where priority 1 stands
 * @param second where priority 2 stands
 * @param third where priority 3 stands
 */
public record TsFaultState(FaultMemory memory, ConditionRun first, ConditionRun second, ConditionRun third) {
    static final TsFaultState NOTHING =
            new TsFaultState(FaultMemory.NOTHING, ConditionRun.NOTHING, ConditionRun.NOTHING, ConditionRun.NOTHING);
}

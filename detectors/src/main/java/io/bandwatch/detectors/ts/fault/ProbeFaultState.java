package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.condition.ConditionRun;

/**
 * What {@link ProbeFaultDetector} remembers of a feed.
 *
 * @param droppedBlocks blocks that had been dropped
 * @param socketDrops datagrams that the system had dropped
 * @param run where the fault stands
 */
public record ProbeFaultState(long droppedBlocks, long socketDrops, ConditionRun run) {
    static final ProbeFaultState NOTHING = new ProbeFaultState(0, 0, ConditionRun.NOTHING);
}

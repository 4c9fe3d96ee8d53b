package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.ts.Progress;

/**
 * What {@link FeedLostDetector} remembers of a feed.
 *
 * @param progress how much it had brought
 * @param run where its silence stands
 */
public record FeedLostState(Progress progress, ConditionRun run) {
    static final FeedLostState NOTHING = new FeedLostState(Progress.NOTHING, ConditionRun.NOTHING);
}

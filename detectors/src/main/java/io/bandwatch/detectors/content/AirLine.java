package io.bandwatch.detectors.content;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionRun;

/**
 * One programme on air.
 *
 * @param subject where
 * @param print its last words
 * @param following how it stands to the reference
 * @param run where the condition stands
 */
public record AirLine(Subject subject, PrintLine print, Following following, ConditionRun run) {
    static AirLine of(Subject subject) {
        return new AirLine(subject, PrintLine.NOTHING, Following.NOTHING, ConditionRun.NOTHING);
    }
}

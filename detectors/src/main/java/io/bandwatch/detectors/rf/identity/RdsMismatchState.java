package io.bandwatch.detectors.rf.identity;

import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.rds.RdsState;
import io.bandwatch.detectors.verdict.CarrierMean;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RdsMismatchDetector} remembers of one place.
 *
 * @param mean what was measured of the carrier lately, by which its register row is found
 * @param rds its radio data
 * @param name programme service name last complete, or null
 * @param nameSince begin of the look in which that was first so, or null
 * @param nameNs observed time since, ns
 * @param run where the condition stands
 */
public record RdsMismatchState(
        CarrierMean mean,
        RdsState rds,
        @Nullable String name,
        @Nullable Instant nameSince,
        long nameNs,
        ConditionRun run) {

    RdsMismatchState with(ConditionRun next) {
        return new RdsMismatchState(mean, rds, name, nameSince, nameNs, next);
    }
}

package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.condition.ConditionTimes;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link ServiceDetector}.
 *
 * @param unlicensed times of an unlicensed service; the name comes with the SDT, every 2 s at most, so that a shorter hold
 *     would judge services by numbers alone
 * @param missing times of a missing service
 * @param changed times of a changed service; new versions of the tables come one by one, and what is there between them is
 *     no fault
 * @param settle how long a service must stay as it is to be known. Too short: the first tables of a stream, half read, are
 *     taken for the service
 * @param adopt how long a service must stay changed, or away, to be the new normal. Too short: whoever was not looking
 *     misses it; too long: every planned change stays an incident
 */
public record ServiceSettings(
        ConditionTimes unlicensed, ConditionTimes missing, ConditionTimes changed, Duration settle, Duration adopt)
        implements Serializable {
    public static final ServiceSettings DEFAULT = new ServiceSettings(
            ConditionTimes.ofSeconds(3, 60, 5),
            ConditionTimes.ofSeconds(5, 10, 5),
            ConditionTimes.ofSeconds(5, 60, 5),
            Duration.ofSeconds(5),
            Duration.ofHours(24));
}

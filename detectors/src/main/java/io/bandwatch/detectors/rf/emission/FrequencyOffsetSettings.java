package io.bandwatch.detectors.rf.emission;

import io.bandwatch.detectors.condition.ConditionTimes;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link FrequencyOffsetDetector}; the tolerances stand with the judge, so that verdict and incident agree.
 *
 * @param windowS seconds over which the frequency is averaged. Too few: speech and bass pull it by kilohertz; too many: an
 *     offset is found late
 * @param minSnrDb least SNR of a look that counts, dB. Too low: noise pulls the frequency; too high: weak stations are never
 *     judged
 * @param times its times; the window comes before the warn time
 */
public record FrequencyOffsetSettings(int windowS, double minSnrDb, ConditionTimes times) implements Serializable {
    public static final FrequencyOffsetSettings DEFAULT = new FrequencyOffsetSettings(
            5,
            10,
            new ConditionTimes(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofMinutes(10)));
}

package io.bandwatch.detectors.rf.identity;

import io.bandwatch.detectors.condition.ConditionTimes;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link RdsMismatchDetector}.
 *
 * @param nameRounds how often in succession a programme service name must be complete to count. Too low: a name read across
 *     a change counts; too high: names of weak stations never do
 * @param nameStable how long a name must stay the same to count. Too short: every frame of a scrolling name is another
 *     station; too long: short recordings show no mismatch
 * @param times its times
 */
public record RdsMismatchSettings(int nameRounds, Duration nameStable, ConditionTimes times) implements Serializable {
    public static final RdsMismatchSettings DEFAULT =
            new RdsMismatchSettings(2, Duration.ofSeconds(20), ConditionTimes.ofSeconds(2, 20, 5));
}

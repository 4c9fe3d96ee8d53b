package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.condition.ConditionTimes;
import java.io.Serializable;
import java.time.Duration;

/**
 * The knobs of {@link TsFaultDetector}. ETSI TR 101 290 says when an indicator shows an error; how long a fault must last to
 * be told, and when it is over, is the house's: errors are told in the look that shows them, because each is a loss that
 * somebody saw, and those that follow within the clear time are the same fault.
 *
 * @param first times of priority 1, which receivers need to decode at all
 * @param second times of priority 2
 * @param third times of priority 3; tables may be half a minute apart, so that it takes longer to see them come back
 */
public record TsFaultSettings(ConditionTimes first, ConditionTimes second, ConditionTimes third)
        implements Serializable {
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    /** Tables that an application may need or not do not wake anybody. */
    private static final Duration NEVER = Duration.ofDays(365);

    public static final TsFaultSettings DEFAULT = new TsFaultSettings(
            ConditionTimes.ofSeconds(0, 5, 10),
            ConditionTimes.ofSeconds(0, 60, 10),
            new ConditionTimes(Duration.ZERO, NEVER, Duration.ofSeconds(60), FORGET_AFTER));
}

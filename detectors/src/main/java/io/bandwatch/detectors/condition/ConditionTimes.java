package io.bandwatch.detectors.condition;

import java.io.Serializable;
import java.time.Duration;

/**
 * The times of a condition; all but the last count only time that was observed and known.
 *
 * @param warn how long it must hold, without a break, to be reported. Too short: what passes alarms; too long: the duty
 *     engineer hears it first
 * @param alarm how long it must hold to be a major matter, not below {@code warn}
 * @param clear how long it must not hold to be over. Too short: one incident flaps; too long: two run into each other
 * @param forgetAfter time after the end of a presence within which a return belongs to the same incident; zero makes every
 *     return another incident. Too short: a fault that comes and goes fills the list; too long: the next day's fault is
 *     hidden in an old incident
 */
public record ConditionTimes(Duration warn, Duration alarm, Duration clear, Duration forgetAfter)
        implements Serializable {
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    public ConditionTimes {
        if (warn.isNegative() || alarm.compareTo(warn) < 0 || clear.isNegative() || forgetAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "times of a condition need 0 <= warn <= alarm, clear >= 0, forgetAfter >= 0" + ", got warn " + warn
                            + ", alarm " + alarm + ", clear " + clear + ", forgetAfter " + forgetAfter);
        }
    }

    /** These seconds, and ten minutes for a return. */
    public static ConditionTimes ofSeconds(long warn, long alarm, long clear) {
        return new ConditionTimes(
                Duration.ofSeconds(warn), Duration.ofSeconds(alarm), Duration.ofSeconds(clear), FORGET_AFTER);
    }
}

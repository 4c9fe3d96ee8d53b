package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.content.PrintLine;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a programme that repeats itself is a loop.
 *
 * @param warn how long it must have repeated itself with one period, which was heard twice by then
 * @param alarm the same, and the period was heard three times
 */
public record LoopSettings(Duration warn, Duration alarm) implements Serializable {
    /** Five minutes and fifteen. */
    public static final LoopSettings DEFAULTS = new LoopSettings(Duration.ofMinutes(5), Duration.ofMinutes(15));

    public LoopSettings {
        if (warn.isNegative() || warn.isZero() || alarm.compareTo(warn) < 0) {
            throw new IllegalArgumentException(
                    "warn " + warn + " must be above 0, and alarm " + alarm + " not below it");
        }
    }

    public long warnSteps() {
        return warn.toNanos() / PrintLine.STEP_NS;
    }

    long alarmSteps() {
        return alarm.toNanos() / PrintLine.STEP_NS;
    }
}

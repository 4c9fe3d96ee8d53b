package io.bandwatch.alerts.push.plan;

import java.io.Serializable;
import java.time.Duration;

/**
 * How many pushes a channel gets one by one.
 *
 * @param pushes most in a window; what is more is counted in one push at its end
 * @param window length of it, from its first push on
 */
public record StormLimit(int pushes, Duration window) implements Serializable {
    /** 20 in 10 minutes: nobody reads more. */
    public static final StormLimit DEFAULT = new StormLimit(20, Duration.ofMinutes(10));

    public StormLimit {
        if (pushes < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException(
                    "a storm limit needs at least 1 push and a window, got " + pushes + " in " + window);
        }
    }
}

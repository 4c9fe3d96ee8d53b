package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Subject;
import java.time.Instant;
import java.util.Arrays;

/**
 * A carrier that may be linked.
 *
 * @param subject which one
 * @param begin when it was heard first
 * @param heardSteps how much of it was heard
 * @param suspect whether it is or was unlicensed
 * @param on whether it is, as far as is known
 * @param cameMs when it came, ms since 1970
 * @param wentMs when it went, ms since 1970
 */
public record LinkedCarrier(
        Subject subject, Instant begin, long heardSteps, boolean suspect, boolean on, long[] cameMs, long[] wentMs) {
    static LinkedCarrier of(Subject subject, Instant begin) {
        return new LinkedCarrier(subject, begin, 0, false, false, new long[0], new long[0]);
    }

    LinkedCarrier heard(int steps) {
        return new LinkedCarrier(subject, begin, heardSteps + steps, suspect, on, cameMs, wentMs);
    }

    LinkedCarrier came(Instant time) {
        return new LinkedCarrier(subject, begin, heardSteps, true, true, with(cameMs, time), wentMs);
    }

    LinkedCarrier went(Instant time) {
        return new LinkedCarrier(subject, begin, heardSteps, true, false, cameMs, with(wentMs, time));
    }

    private static long[] with(long[] times, Instant more) {
        long[] all = Arrays.copyOf(times, times.length + 1);
        all[times.length] = more.toEpochMilli();
        return all;
    }
}

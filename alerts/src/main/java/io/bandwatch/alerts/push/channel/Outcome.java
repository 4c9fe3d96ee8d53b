package io.bandwatch.alerts.push.channel;

import java.time.Duration;

/**
 * What became of an attempt.
 *
 * @param kind see there
 * @param why what the receiver said, without addresses or secrets; empty if it is delivered
 * @param pause how long the receiver wants to be left alone; zero if it did not say
 */
public record Outcome(Kind kind, String why, Duration pause) {
    /** That it was delivered. */
    public static final Outcome DELIVERED = new Outcome(Kind.DELIVERED, "", Duration.ZERO);

    /** What to do now. */
    public enum Kind {
        /** Nothing: the receiver has it. */
        DELIVERED,
        /** Try again: it may work later. */
        RETRY,
        /** Give up: the receiver would refuse the same message always. */
        REFUSED
    }

    public static Outcome retry(String why) {
        return new Outcome(Kind.RETRY, why, Duration.ZERO);
    }

    static Outcome retryAfter(Duration pause, String why) {
        return new Outcome(Kind.RETRY, why, pause);
    }

    static Outcome refused(String why) {
        return new Outcome(Kind.REFUSED, why, Duration.ZERO);
    }
}

package io.bandwatch.detectors.content.links;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A carrier that may be linked.
 *
 * @param subject which one
 * @param since from when on it is known, or can be linked anew
 * @param seen when it was seen last: as an unlicensed one if it was one, else at all
 * @param heardLately how much of it was heard lately, steps
 * @param suspect whether it is or was unlicensed
 * @param licensed whether what is heard of it now has a licence
 * @param on whether it is on as an unlicensed one, as far as is known
 * @param cameMs when it came, ms since 1970
 * @param wentMs when it went, ms since 1970
 */
public record LinkedCarrier(
        Subject subject,
        Instant since,
        Instant seen,
        double heardLately,
        boolean suspect,
        boolean licensed,
        boolean on,
        long[] cameMs,
        long[] wentMs) {
    /**
     * A week and a day: who broadcasts at weekends only is the same next weekend. Who is not seen for longer is forgotten,
     * and who then comes on his frequency is somebody else.
     */
    static final Duration KEPT = Duration.ofDays(8);

    /** More turns of a carrier than timers make in that time; of one that flutters, the last ones are kept. */
    static final int MOST_TURNS = 64;

    /**
     * Six hours on air, steps, are what was heard lately; from then on what was before weighs less and less. An hour's show
     * that two take from the same station by chance is far less than a quarter of it, and whoever turns to another's
     * programme for good has a quarter of it in common with him after two hours.
     */
    private static final double LATELY = 1_080_000;

    static LinkedCarrier of(Subject subject, Instant since) {
        return new LinkedCarrier(subject, since, since, 0, false, false, false, new long[0], new long[0]);
    }

    LinkedCarrier heard(RepeatReport report) {
        if (report.heardSteps() == 0) {
            return this;
        }
        // a look of a jittering carrier may fit a licence; who is told to be unlicensed is so until that is over
        boolean explained = !on && report.station() != null;
        Instant last = on || !suspect ? later(report.time()) : seen;
        double lately = Math.min(LATELY, heardLately + report.heardSteps());
        return new LinkedCarrier(subject, since, last, lately, suspect, explained, on, cameMs, wentMs);
    }

    /** By how much that what it had in common with another one weighs less with so much more of it. */
    double fading(int moreSteps) {
        return Math.min(1, LATELY / (heardLately + moreSteps));
    }

    LinkedCarrier came(Instant time, Instant now) {
        return new LinkedCarrier(
                subject, since, later(now), heardLately, true, false, true, with(cameMs, time), wentMs);
    }

    LinkedCarrier went(Instant time) {
        return new LinkedCarrier(
                subject, since, later(time), heardLately, true, licensed, false, cameMs, with(wentMs, time));
    }

    LinkedCarrier still(Instant now) {
        return new LinkedCarrier(subject, since, later(now), heardLately, suspect, licensed, on, cameMs, wentMs);
    }

    /** What is known of it counts as from then on. */
    LinkedCarrier anew(Instant now) {
        return new LinkedCarrier(subject, now, seen, heardLately, suspect, licensed, on, cameMs, wentMs);
    }

    boolean canBeLinked() {
        return suspect && !licensed;
    }

    boolean isForgotten(Instant now) {
        return seen.plus(KEPT).isBefore(now);
    }

    /** From when on all its turns are known, ms since 1970. */
    long turnsKnownFromMs() {
        return Math.max(knownFrom(cameMs), knownFrom(wentMs));
    }

    private static long knownFrom(long[] times) {
        return times.length < MOST_TURNS ? Long.MIN_VALUE : times[0];
    }

    private Instant later(Instant time) {
        return time.isAfter(seen) ? time : seen;
    }

    private static long[] with(long[] times, Instant more) {
        long oldest = more.minus(KEPT).toEpochMilli();
        long[] lately = Arrays.stream(times).filter(time -> time >= oldest).toArray();
        int kept = Math.min(lately.length, MOST_TURNS - 1);
        long[] all = Arrays.copyOfRange(lately, lately.length - kept, lately.length + 1);
        all[kept] = more.toEpochMilli();
        return all;
    }
}

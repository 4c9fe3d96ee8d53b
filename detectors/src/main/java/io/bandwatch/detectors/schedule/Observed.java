package io.bandwatch.detectors.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The times in which a place was observed, by local days. */
final class Observed {
    private static final double NS_PER_DAY = 24 * 3600e9;

    private final List<ObservedSpan> spans;
    private final ZoneId zone;

    Observed(List<ObservedSpan> spans, ZoneId zone) {
        this.spans = List.copyOf(spans);
        this.zone = zone;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Time observed, in days. */
    double days() {
        double ns = 0;
        for (ObservedSpan span : spans) {
            ns += Duration.between(span.from(), span.to()).toNanos();
        }
        return ns / NS_PER_DAY;
    }

    /** On how many days this time of the day was observed. */
    int daysWith(int secondOfDay) {
        int days = 0;
        for (LocalDate date = first(); !date.isAfter(last()); date = date.plusDays(1)) {
            Instant at =
                    date.atStartOfDay().plusSeconds(secondOfDay).atZone(zone).toInstant();
            days += contains(at) ? 1 : 0;
        }
        return days;
    }

    private boolean contains(Instant at) {
        return spans.stream().anyMatch(span -> span.contains(at));
    }

    /** How much of {@code from..to} was observed, s. */
    long secondsIn(Instant from, Instant to) {
        long s = 0;
        for (ObservedSpan span : spans) {
            s += overlapS(span.from(), span.to(), from, to);
        }
        return s;
    }

    LocalDate first() {
        return LocalDate.ofInstant(spans.get(0).from(), zone).minusDays(1);
    }

    LocalDate last() {
        return LocalDate.ofInstant(spans.get(spans.size() - 1).to(), zone);
    }

    static long overlapS(Instant from, Instant to, Instant otherFrom, Instant otherTo) {
        Instant begin = from.isAfter(otherFrom) ? from : otherFrom;
        Instant end = to.isBefore(otherTo) ? to : otherTo;
        return Math.max(0, Duration.between(begin, end).toSeconds());
    }
}

package io.bandwatch.detectors.licences;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Hours on air in the local time of a site, such as {@code Mo-Fr 05:30-24:00; Sa,Su 06:00-02:00}.
 *
 * @param text as written in the register
 * @param spans spans of the week
 * @param zone zone in which they are meant
 */
public record HoursOnAir(String text, List<WeeklySpan> spans, ZoneId zone) implements Serializable {
    /** Round the clock. */
    public static final HoursOnAir ALWAYS = new HoursOnAir("", List.of(), ZoneOffset.UTC);

    public HoursOnAir {
        spans = List.copyOf(spans);
    }

    /** Whether no hours were named. */
    public boolean isAlways() {
        return spans.isEmpty();
    }

    /** Whether the instant is within the hours. */
    public boolean contains(Instant at) {
        if (isAlways()) {
            return true;
        }
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return spans.stream().anyMatch(span -> span.contains(local));
    }
}

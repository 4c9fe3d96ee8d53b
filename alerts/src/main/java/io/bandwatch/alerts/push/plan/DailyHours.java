package io.bandwatch.alerts.push.plan;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A span of the day in local time; it may cross midnight.
 *
 * @param from its begin
 * @param to its end, excluded
 */
public record DailyHours(LocalTime from, LocalTime to) implements Serializable {
    public DailyHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "hours from " + from + " to " + to + " have no length; leave them out for" + " the whole day");
        }
    }

    /** Reads {@code "22:00-07:00"}. */
    public static DailyHours parse(String text) {
        String[] ends = text.strip().split("\\s*-\\s*", -1);
        if (ends.length != 2 || !ends[0].matches("\\d\\d:\\d\\d") || !ends[1].matches("\\d\\d:\\d\\d")) {
            throw new IllegalArgumentException("'" + text + "' is no span of the day; write it like \"22:00-07:00\"");
        }
        return new DailyHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    /** Whether it is one of these hours there. */
    public boolean contains(Instant now, ZoneId zone) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** When these hours end next, seen from within them. */
    public Instant endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime end = local.toLocalDate().atTime(to).atZone(zone);
        return (end.isAfter(local)
                        ? end
                        : local.toLocalDate().plusDays(1).atTime(to).atZone(zone))
                .toInstant();
    }
}

package io.bandwatch.detectors.licences.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Dates and times of registers, which mean the local time of the site unless they name a zone. */
final class LocalTimes {
    private LocalTimes() {}

    /** Which end of a span a date stands for. */
    enum Edge {
        /** The day's first instant. */
        BEGIN,
        /** The first instant of the next day: the day named still belongs to the span. */
        END
    }

    /**
     * Reads {@code 2026-01-31}, {@code 2026-01-31T05:30}, {@code 2026-01-31 05:30:00}, with or without an offset.
     *
     * @throws java.time.DateTimeException if it is none of these
     */
    static Instant read(String text, Edge edge, ZoneId zone) {
        if (text.length() <= "2026-01-31".length()) {
            LocalDate day = LocalDate.parse(text);
            return (edge == Edge.BEGIN ? day : day.plusDays(1))
                    .atStartOfDay(zone)
                    .toInstant();
        }
        TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text.replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from);
        return time instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(time).atZone(zone).toInstant();
    }
}

package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import java.util.Optional;

/** Times of service information. */
public final class BroadcastTime {
    /** EN 300 468, Annex C counts days in 16 bits, which end on 2038-04-22; no service information is older than 1994. */
    private static final int FIRST_DAY = (int) LocalDate.of(1994, 1, 1).getLong(JulianFields.MODIFIED_JULIAN_DAY);

    private static final int DAYS_OF_16_BITS = 0x1_0000;

    /** ATSC A/65, 6.1: GPS time begins. */
    private static final Instant GPS_EPOCH = Instant.parse("1980-01-06T00:00:00Z");

    private BroadcastTime() {}

    /** Modified Julian Date and time of day in six digits; nothing where a digit is none or the time undefined. */
    public static Optional<Instant> utc(Section section, int at) {
        int day = section.u16(at);
        return timeOfDay(section, at + 2)
                .filter(time -> time.compareTo(Duration.ofDays(1)) < 0)
                .map(time -> date(day).atStartOfDay().toInstant(ZoneOffset.UTC).plus(time));
    }

    /** Hours, minutes and seconds in six digits, as durations are given too. */
    public static Optional<Duration> timeOfDay(Section section, int at) {
        int hours = digits(section.u8(at));
        int minutes = digits(section.u8(at + 1));
        int seconds = digits(section.u8(at + 2));
        return hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(hours * 3600L + minutes * 60L + seconds));
    }

    /** System time of ATSC: seconds since GPS time began, and how many leap seconds UTC is behind (A/65, 6.1). */
    public static Instant ofGps(long seconds, int leapSeconds) {
        return GPS_EPOCH.plusSeconds(seconds - leapSeconds);
    }

    private static LocalDate date(int day) {
        long days = day < FIRST_DAY ? (long) day + DAYS_OF_16_BITS : day;
        return LocalDate.EPOCH.with(JulianFields.MODIFIED_JULIAN_DAY, days);
    }

    private static int digits(int code) {
        int high = code >> 4;
        int low = code & 0x0F;
        return high > 9 || low > 9 ? -1 : 10 * high + low;
    }
}

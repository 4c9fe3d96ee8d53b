package io.bandwatch.detectors.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a carrier usually is on air.
 *
 * @param timezone zone of its times of day
 * @param windows its windows, by begin; at least one
 */
public record Schedule(String timezone, DailyWindow[] windows) {
    /** So many days missed in a row are no whim: a window given up is not forecast. */
    private static final int GIVEN_UP_AFTER = 3;
    /** Of a window kept on fewer days than that, the next is anyone's guess. */
    private static final double LEAST_SHARE = 0.5;

    private static final int DAYS_AHEAD = 14;

    /** The first window that is not over at {@code now}; it may have begun. Empty where none can be told. */
    public Optional<ExpectedWindow> next(Instant now) {
        ExpectedWindow next = null;
        for (DailyWindow window : windows) {
            ExpectedWindow candidate = next(window, now);
            if (candidate != null && (next == null || candidate.from().isBefore(next.from()))) {
                next = candidate;
            }
        }
        return Optional.ofNullable(next);
    }

    private @Nullable ExpectedWindow next(DailyWindow window, Instant now) {
        boolean rare = window.weekdays().length == 0 && window.daysOn() < LEAST_SHARE * window.daysObserved();
        if (rare || window.missed() >= GIVEN_UP_AFTER) {
            return null;
        }
        ZoneId zone = ZoneId.of(timezone);
        LocalDate date = LocalDate.ofInstant(now, zone).minusDays(1);
        for (int day = 0; day < DAYS_AHEAD; day++, date = date.plusDays(1)) {
            ExpectedWindow candidate = window.beginningOn(date, zone);
            DayOfWeek weekday = date.getDayOfWeek();
            if (window.isExpectedOn(weekday) && candidate.to().isAfter(now)) {
                return candidate;
            }
        }
        return null;
    }
}

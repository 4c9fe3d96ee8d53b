package io.bandwatch.detectors.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * A span of the day in which a carrier is on air day after day. It belongs to the day on which it begins. Where clocks
 * are put forward over its edge, the edge is the first instant after.
 *
 * @param onSecond usual begin, seconds after local midnight
 * @param offSecond usual end, seconds after local midnight; not above {@code onSecond}: it ends on the next day
 * @param onScatterS farthest that a begin was from the usual one, s
 * @param offScatterS farthest that an end was from the usual one, s
 * @param daysOn days with the carrier on air in the window
 * @param daysObserved days on which at least half of the window was observed
 * @param weekdays days of the week on which it begins; empty: every day
 * @param missed days observed, and expected, since it was last kept
 */
public record DailyWindow(
        int onSecond,
        int offSecond,
        int onScatterS,
        int offScatterS,
        int daysOn,
        int daysObserved,
        DayOfWeek[] weekdays,
        int missed) {

    /** Local time at which it usually begins. */
    public LocalTime on() {
        return LocalTime.ofSecondOfDay(onSecond);
    }

    /** Local time at which it usually ends. */
    public LocalTime off() {
        return LocalTime.ofSecondOfDay(offSecond);
    }

    ExpectedWindow beginningOn(LocalDate date, ZoneId zone) {
        LocalDate last = offSecond > onSecond ? date : date.plusDays(1);
        Instant from = date.atTime(on()).atZone(zone).toInstant();
        Instant to = last.atTime(off()).atZone(zone).toInstant();
        return new ExpectedWindow(from, to, onScatterS, offScatterS);
    }

    /** A window of which it is not known yet on which days it is kept. */
    static DailyWindow between(int onSecond, int offSecond, int onScatterS, int offScatterS) {
        return new DailyWindow(onSecond, offSecond, onScatterS, offScatterS, 0, 0, new DayOfWeek[0], 0);
    }

    DailyWindow kept(DayCount days) {
        DayOfWeek[] usual = days.weekdays();
        return new DailyWindow(
                onSecond,
                offSecond,
                onScatterS,
                offScatterS,
                days.daysOn(),
                days.daysObserved(),
                usual,
                days.missed(usual));
    }

    boolean isExpectedOn(DayOfWeek day) {
        return isAmong(weekdays, day);
    }

    static boolean isAmong(DayOfWeek[] weekdays, DayOfWeek day) {
        return weekdays.length == 0 || Arrays.asList(weekdays).contains(day);
    }
}

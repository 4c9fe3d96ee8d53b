package io.bandwatch.detectors.licences;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * One span of the day on some days of the week. It belongs to the day on which it begins.
 *
 * @param days days on which it begins
 * @param fromMinute first minute of the day, 0..1439
 * @param toMinute minute of the day at which it is over, 1..1440; not above {@code fromMinute}: it ends on the next day
 */
public record WeeklySpan(Set<DayOfWeek> days, int fromMinute, int toMinute) implements Serializable {
    private static final int MINUTES_PER_DAY = 24 * 60;

    public WeeklySpan {
        days = Set.copyOf(days);
    }

    boolean contains(LocalDateTime local) {
        int minute = local.getHour() * 60 + local.getMinute();
        int end = toMinute > fromMinute ? toMinute : toMinute + MINUTES_PER_DAY;
        DayOfWeek day = local.getDayOfWeek();
        return (days.contains(day) && minute >= fromMinute && minute < end)
                || (days.contains(day.minus(1)) && minute + MINUTES_PER_DAY < end);
    }
}

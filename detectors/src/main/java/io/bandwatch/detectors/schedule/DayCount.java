package io.bandwatch.detectors.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * On which days a window was kept. A day counts if half of the window was observed; the window was kept if the carrier was
 * on air in half of what was observed of it.
 */
final class DayCount {
    private static final int DAYS_PER_WEEK = 7;
    private static final int LEAST_PER_WEEKDAY = 2;

    /** Days by number of the weekday, 1 to 7. */
    private final int[] on = new int[1 + DAYS_PER_WEEK];

    private final int[] observed = new int[1 + DAYS_PER_WEEK];
    private final List<DayOfWeek> missedLately = new ArrayList<>();

    private DayCount() {}

    static DayCount of(DailyWindow window, List<OnAirSpan> spans, Observed looks, ZoneId zone) {
        DayCount count = new DayCount();
        for (LocalDate date = looks.first(); !date.isAfter(looks.last()); date = date.plusDays(1)) {
            ExpectedWindow day = window.beginningOn(date, zone);
            long lookedS = looks.secondsIn(day.from(), day.to());
            if (2 * lookedS < Observed.overlapS(day.from(), day.to(), day.from(), day.to())) {
                continue;
            }
            long onS = 0;
            for (OnAirSpan span : spans) {
                onS += Observed.overlapS(span.from(), span.to(), day.from(), day.to());
            }
            count.add(date.getDayOfWeek(), 2 * onS >= lookedS);
        }
        return count;
    }

    private void add(DayOfWeek day, boolean kept) {
        observed[day.getValue()]++;
        if (kept) {
            on[day.getValue()]++;
            missedLately.clear();
        } else {
            missedLately.add(day);
        }
    }

    int daysOn() {
        return Arrays.stream(on).sum();
    }

    int daysObserved() {
        return Arrays.stream(observed).sum();
    }

    /** The days of the week that the window keeps to, each seen twice or more; empty where it keeps to none. */
    DayOfWeek[] weekdays() {
        List<DayOfWeek> usual = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int kept = on[day.getValue()];
            int seen = observed[day.getValue()];
            if (seen < LEAST_PER_WEEKDAY || (kept > 0 && 2 * kept < seen)) {
                return new DayOfWeek[0];
            }
            if (kept > 0) {
                usual.add(day);
            }
        }
        return usual.size() == DAYS_PER_WEEK ? new DayOfWeek[0] : usual.toArray(DayOfWeek[]::new);
    }

    /** How often it was missed since it was last kept, on days on which it was expected. */
    int missed(DayOfWeek[] weekdays) {
        return (int) missedLately.stream()
                .filter(day -> DailyWindow.isAmong(weekdays, day))
                .count();
    }
}

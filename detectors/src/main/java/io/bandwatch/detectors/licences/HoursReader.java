package io.bandwatch.detectors.licences;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads hours on air: spans separated by {@code ;} or {@code ,}, each with days (ranges and lists; none: every day) and
 * times. A span without days after a comma has those of the span before it. {@code Sa-Mo} goes round the week,
 * {@code 22:00-02:00} past midnight. The notation is a subset of the opening hours of OpenStreetMap.
 */
final class HoursReader {
    private static final Pattern PART = Pattern.compile(
            "([A-Za-z]{2}(?: *- *[A-Za-z]{2})?)?(?:^| *)" + "(?:([0-9]{1,2}):([0-9]{2}) *- *([0-9]{1,2}):([0-9]{2}))?");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "Mo", DayOfWeek.MONDAY,
            "Tu", DayOfWeek.TUESDAY,
            "We", DayOfWeek.WEDNESDAY,
            "Th", DayOfWeek.THURSDAY,
            "Fr", DayOfWeek.FRIDAY,
            "Sa", DayOfWeek.SATURDAY,
            "Su", DayOfWeek.SUNDAY);
    private static final int MINUTES_PER_DAY = 24 * 60;

    private HoursReader() {}

    /** Hours, or an {@link IllegalArgumentException} that says what is wrong. */
    static HoursOnAir read(String text, ZoneId zone) {
        List<WeeklySpan> spans = new ArrayList<>();
        for (String group : text.split(";", -1)) {
            if (!group.isBlank()) {
                readGroup(group, spans);
            }
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("no times");
        }
        return new HoursOnAir(text, spans, zone);
    }

    private static void readGroup(String group, List<WeeklySpan> spans) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean timesSeen = false;
        for (String part : group.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (part.isBlank() || !matcher.matches()) {
                throw new IllegalArgumentException("'" + part.strip() + "' is neither days nor times");
            }
            String named = matcher.group(1);
            if (named != null) {
                if (timesSeen) {
                    days = EnumSet.noneOf(DayOfWeek.class);
                    timesSeen = false;
                }
                days.addAll(days(named));
            }
            if (matcher.group(2) != null) {
                spans.add(span(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, matcher));
                timesSeen = true;
            }
        }
        if (!timesSeen) {
            throw new IllegalArgumentException("'" + group.strip() + "' has no times");
        }
    }

    private static Set<DayOfWeek> days(String named) {
        String[] ends = named.split("-", -1);
        DayOfWeek first = day(ends[0].strip());
        DayOfWeek last = day(ends[ends.length - 1].strip());
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        @Nullable DayOfWeek day = DAYS.get(name);
        if (day == null) {
            throw new IllegalArgumentException("'" + name + "' is none of Mo Tu We Th Fr Sa Su");
        }
        return day;
    }

    private static WeeklySpan span(Set<DayOfWeek> days, Matcher matcher) {
        int from = minute(matcher.group(2), matcher.group(3));
        int to = minute(matcher.group(4), matcher.group(5));
        if (from == MINUTES_PER_DAY || to == from) {
            throw new IllegalArgumentException("'" + matcher.group() + "' has no length; all day is 00:00-24:00");
        }
        return new WeeklySpan(days, from, to == 0 ? MINUTES_PER_DAY : to);
    }

    private static int minute(String hours, String minutes) {
        int minute = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (minute > MINUTES_PER_DAY || Integer.parseInt(minutes) > 59) {
            throw new IllegalArgumentException("'" + hours + ":" + minutes + "' is not a time of day");
        }
        return minute;
    }
}

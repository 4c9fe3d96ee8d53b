package io.bandwatch.alerts.report.view;

import io.bandwatch.alerts.messages.Messages;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a carrier usually is on air, as it stands in a result.
 *
 * @param timezone zone of the times of day
 * @param windows windows of the day; none where there is no schedule
 * @param next when it is expected next, or null
 */
public record ScheduleRow(String timezone, List<WindowRow> windows, @Nullable NextRow next) {
    /** No schedule. */
    static final ScheduleRow NONE = new ScheduleRow("", List.of(), null);

    /**
     * A window of the day.
     *
     * @param code how often it is meant
     * @param text English text
     * @param arguments begin, end, days on, days observed
     * @param weekdays days of the week that it keeps to; none: every day
     */
    record WindowRow(String code, String text, List<String> arguments, List<String> weekdays) {
        String in(Messages messages) {
            return messages.has("schedule." + code) ? messages.ofWindow(code, arguments, weekdays) : text;
        }
    }

    /**
     * What is expected.
     *
     * @param from begin
     * @param to end
     * @param minutes how far either may be off, min
     */
    record NextRow(String from, String to, int minutes) {}

    /** Whether there is a schedule to tell. */
    public boolean isKnown() {
        return !windows.isEmpty();
    }

    /** The text in the reader's language. */
    public String in(Messages messages) {
        String usual = windows.stream().map(window -> window.in(messages)).collect(Collectors.joining("; "));
        String told = messages.text("schedule.zone", usual, timezone);
        return next == null
                ? told
                : told + "; "
                        + messages.text("schedule.next", next.from(), next.to(), Integer.toString(next.minutes()));
    }
}

package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.detectors.schedule.DailyWindow;
import io.bandwatch.detectors.schedule.ExpectedWindow;
import io.bandwatch.detectors.schedule.OnAirSpan;
import io.bandwatch.detectors.schedule.OnAirTimes;
import io.bandwatch.detectors.schedule.Schedule;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes when a carrier was on air, and where there is a schedule, when it usually is and will be. */
final class OnAirJson {
    private static final int HALF_A_MINUTE_S = 30;

    private OnAirJson() {}

    static void write(JsonGenerator json, OnAirTimes times, Messages english) throws IOException {
        json.writeArrayFieldStart("on_air");
        OnAirSpan[] spans = times.spans();
        for (int i = 0; i < spans.length; i++) {
            json.writeStartObject();
            JsonLine.time(json, "from", spans[i].from());
            if (!times.goesOn() || i + 1 < spans.length) {
                JsonLine.time(json, "to", spans[i].to());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        if (times.schedule() != null) {
            schedule(json, times.schedule(), english);
        }
        ExpectedWindow next = times.next();
        if (next != null) {
            json.writeObjectFieldStart("next_window");
            JsonLine.time(json, "from", next.from());
            JsonLine.time(json, "to", next.to());
            json.writeNumberField("from_scatter_s", next.fromScatterS());
            json.writeNumberField("to_scatter_s", next.toScatterS());
            json.writeEndObject();
        }
    }

    private static void schedule(JsonGenerator json, Schedule schedule, Messages english) throws IOException {
        json.writeObjectFieldStart("schedule");
        json.writeStringField("timezone", schedule.timezone());
        json.writeArrayFieldStart("windows");
        for (DailyWindow window : schedule.windows()) {
            window(json, window, english);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void window(JsonGenerator json, DailyWindow window, Messages english) throws IOException {
        String from = minute(window.on());
        String to = minute(window.off());
        // a night is what ends on another day than it began
        String code = from.compareTo(to) < 0 ? "daily" : "nightly";
        List<String> weekdays =
                Arrays.stream(window.weekdays()).map(OnAirJson::shortName).toList();
        json.writeStartObject();
        json.writeStringField("code", code);
        json.writeStringField("from", from);
        json.writeStringField("to", to);
        json.writeNumberField("from_scatter_s", window.onScatterS());
        json.writeNumberField("to_scatter_s", window.offScatterS());
        json.writeNumberField("days_on", window.daysOn());
        json.writeNumberField("days_observed", window.daysObserved());
        if (!weekdays.isEmpty()) {
            json.writeArrayFieldStart("weekdays");
            for (String day : weekdays) {
                json.writeString(day);
            }
            json.writeEndArray();
        }
        List<String> arguments =
                List.of(from, to, Integer.toString(window.daysOn()), Integer.toString(window.daysObserved()));
        json.writeStringField("text", english.ofWindow(code, arguments, weekdays));
        json.writeEndObject();
    }

    private static String minute(LocalTime time) {
        LocalTime nearest = time.plusSeconds(HALF_A_MINUTE_S);
        return String.format(Locale.ROOT, "%02d:%02d", nearest.getHour(), nearest.getMinute());
    }

    /** As in the hours of a register: Mo, Tu. */
    private static String shortName(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1, 2).toLowerCase(Locale.ROOT);
    }
}

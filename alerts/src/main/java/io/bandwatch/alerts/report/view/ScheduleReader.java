package io.bandwatch.alerts.report.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.report.view.ScheduleRow.NextRow;
import io.bandwatch.alerts.report.view.ScheduleRow.WindowRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the schedule of a carrier's record. */
final class ScheduleReader {
    private static final int S_PER_MINUTE = 60;

    private ScheduleReader() {}

    static ScheduleRow schedule(JsonNode carrier) {
        JsonNode schedule = carrier.path("schedule");
        if (schedule.isMissingNode()) {
            return ScheduleRow.NONE;
        }
        List<WindowRow> windows = new ArrayList<>();
        for (JsonNode window : schedule.path("windows")) {
            List<String> weekdays = new ArrayList<>();
            window.path("weekdays").forEach(day -> weekdays.add(day.asText()));
            windows.add(new WindowRow(
                    window.path("code").asText(),
                    window.path("text").asText(),
                    List.of(
                            window.path("from").asText(),
                            window.path("to").asText(),
                            window.path("days_on").asText(),
                            window.path("days_observed").asText()),
                    List.copyOf(weekdays)));
        }
        return new ScheduleRow(
                schedule.path("timezone").asText(), List.copyOf(windows), next(carrier.path("next_window")));
    }

    private static @Nullable NextRow next(JsonNode window) {
        if (window.isMissingNode()) {
            return null;
        }
        int scatterS = Math.max(
                window.path("from_scatter_s").asInt(),
                window.path("to_scatter_s").asInt());
        int minutes = Math.max(1, (scatterS + S_PER_MINUTE - 1) / S_PER_MINUTE);
        return new NextRow(window.path("from").asText(), window.path("to").asText(), minutes);
    }
}

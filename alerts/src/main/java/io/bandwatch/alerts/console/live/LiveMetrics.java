package io.bandwatch.alerts.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.alerts.journal.LiveRecords;
import io.bandwatch.detectors.Severity;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What Prometheus asks for: how the receivers fare, and how many incidents are open. */
final class LiveMetrics {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final LiveRecords records;

    LiveMetrics(LiveRecords records) {
        this.records = records;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::metrics);
    }

    private void metrics(Context request) throws IOException {
        LiveBoard.Board now = records.now();
        StringBuilder text = new StringBuilder();
        head(text, "bandwatch_open_incidents", "gauge", "Incidents that are not over.");
        for (Severity severity : Severity.values()) {
            long count = now.open().stream()
                    .filter(incident -> incident.path("severity").asText().equals(severity.code()))
                    .count();
            text.append(String.format(
                    Locale.ROOT, "bandwatch_open_incidents{severity=\"%s\"} %d%n", severity.code(), count));
        }
        head(text, "bandwatch_carriers", "gauge", "Carriers on air in the last interval.");
        text.append("bandwatch_carriers ").append(now.carriers().size()).append('\n');
        counter(text, now.receivers(), "received_samples", "Samples that came.");
        counter(text, now.receivers(), "measured_samples", "Samples that were measured.");
        counter(text, now.receivers(), "dropped_samples", "Samples that this machine had no time for.");
        counter(text, now.receivers(), "openings", "Times a receiver was connected or started.");
        head(text, "bandwatch_receiver_unheard_seconds", "gauge", "Time of the last interval in which nothing came.");
        for (JsonNode receiver : now.receivers()) {
            line(
                    text,
                    "bandwatch_receiver_unheard_seconds",
                    receiver,
                    receiver.path("unheard_s").asText());
        }
        request.contentType(TYPE).result(text.toString());
    }

    private static void counter(StringBuilder text, List<JsonNode> receivers, String field, String help) {
        String name = "bandwatch_receiver_" + field + "_total";
        head(text, name, "counter", help);
        for (JsonNode receiver : receivers) {
            line(text, name, receiver, Long.toString(receiver.path(field).asLong()));
        }
    }

    private static void line(StringBuilder text, String name, JsonNode receiver, String value) {
        String feed = receiver.path("feed")
                .asText()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        text.append(name)
                .append("{feed=\"")
                .append(feed)
                .append("\"} ")
                .append(value)
                .append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}

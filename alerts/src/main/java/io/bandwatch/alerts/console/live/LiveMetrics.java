package io.bandwatch.alerts.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.alerts.journal.LiveRecords;
import io.bandwatch.alerts.push.service.ChannelHealth;
import io.bandwatch.alerts.push.service.PushHealthFile;
import io.bandwatch.detectors.Severity;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What Prometheus asks for: how receivers and probes fare, how many incidents are open, and what works. */
final class LiveMetrics {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final LiveRecords records;

    private final @Nullable PushHealthFile pushes;

    private final List<Readiness> checks;

    /**
     * @param pushes how pushes do, or null where nobody is told of anything
     * @param checks what must work
     */
    LiveMetrics(LiveRecords records, @Nullable PushHealthFile pushes, List<Readiness> checks) {
        this.records = records;
        this.pushes = pushes;
        this.checks = checks;
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
        transport(text, now.streams(), "openings", "Times a probe was connected or started.");
        transport(text, now.streams(), "datagrams", "Datagrams that came.");
        transport(text, now.streams(), "lost", "Datagrams that RTP misses.");
        transport(text, now.streams(), "dropped_blocks", "Blocks that this machine had no time for.");
        transport(text, now.streams(), "socket_drops", "Datagrams that the system dropped, since nobody fetched them.");
        head(text, "bandwatch_ready", "gauge", "Whether something that must work does.");
        for (Readiness check : checks) {
            int works = check.problem().get().isEmpty() ? 1 : 0;
            text.append("bandwatch_ready{check=\"")
                    .append(escaped(check.name()))
                    .append("\"} ")
                    .append(works)
                    .append('\n');
        }
        if (pushes != null) {
            pushes.read().ifPresent(told -> pushes(text, told.health().channels()));
        }
        request.contentType(TYPE).result(text.toString());
    }

    private static void pushes(StringBuilder text, SortedMap<String, ChannelHealth> channels) {
        head(text, "bandwatch_pushes_queued", "gauge", "Pushes that wait.");
        channels.forEach((name, channel) -> push(text, "bandwatch_pushes_queued", name, channel.queued()));
        head(text, "bandwatch_pushes_dead", "gauge", "Pushes that were given up and are kept.");
        channels.forEach((name, channel) -> push(text, "bandwatch_pushes_dead", name, channel.dead()));
        head(text, "bandwatch_pushes_sent_total", "counter", "Pushes delivered.");
        channels.forEach((name, channel) -> push(text, "bandwatch_pushes_sent_total", name, channel.sent()));
        head(text, "bandwatch_pushes_failed_total", "counter", "Attempts to deliver that failed.");
        channels.forEach((name, channel) -> push(text, "bandwatch_pushes_failed_total", name, channel.failed()));
    }

    private static void push(StringBuilder text, String metric, String channel, long value) {
        text.append(metric)
                .append("{channel=\"")
                .append(escaped(channel))
                .append("\"} ")
                .append(value)
                .append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static void counter(StringBuilder text, List<JsonNode> receivers, String field, String help) {
        String name = "bandwatch_receiver_" + field + "_total";
        head(text, name, "counter", help);
        for (JsonNode receiver : receivers) {
            line(text, name, receiver, Long.toString(receiver.path(field).asLong()));
        }
    }

    /** Of probes; those of a file and of an address that brings no datagrams tell nothing here. */
    private static void transport(StringBuilder text, List<JsonNode> streams, String field, String help) {
        String name = "bandwatch_probe_" + field + "_total";
        head(text, name, "counter", help);
        for (JsonNode stream : streams) {
            JsonNode count = stream.path("transport").path(field);
            if (count.isNumber()) {
                line(text, name, stream, count.asText());
            }
        }
    }

    private static void line(StringBuilder text, String name, JsonNode receiver, String value) {
        String feed = escaped(receiver.path("feed").asText());
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

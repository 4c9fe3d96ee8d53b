package io.bandwatch.deploy.cli.acceptance.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.samples.media.EventKind;
import io.bandwatch.samples.media.MediaEvent;
import io.bandwatch.samples.media.MediaScene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Holds the incidents of scenes against what was put into them. */
final class MediaTally {
    /** The statement's: begin and end, s. */
    private static final double MOST_ERROR_S = 1;

    /** A look, and what comes before it is known. */
    private static final double SLACK_S = 1;

    /** Short-term loudness, which is judged, knows a step only when most of its window is behind it. */
    private static final double WINDOW_S = 3;

    private final Map<EventKind, Row> rows = new EnumMap<>(EventKind.class);

    /** What was counted of one kind. */
    private static final class Row {
        private int scenes;
        private int detected;
        private double latencyS;
        private double openedErrorS;
        private double closedErrorS;
        private final List<String> wrong = new ArrayList<>();
        private final List<String> falseAlarms = new ArrayList<>();
    }

    /** Counts a scene with the incidents of its feed. */
    void count(MediaScene scene, List<JsonNode> incidents) {
        List<JsonNode> left = new ArrayList<>(incidents);
        for (MediaEvent event : scene.events()) {
            Row row = rows.computeIfAbsent(event.kind(), kind -> new Row());
            row.scenes++;
            String wanted = event.kind().incident();
            if (wanted != null) {
                left.stream()
                        .filter(incident -> incident.path("kind").asText().equals(wanted))
                        .min(Comparator.comparingDouble(
                                incident -> Math.abs(seconds(incident, "opened") - event.openedS())))
                        .ifPresentOrElse(
                                found -> {
                                    left.remove(found);
                                    compare(row, scene, event, found);
                                },
                                () -> row.wrong.add(scene.name() + ": nothing told"));
            }
        }
        for (JsonNode incident : left) {
            String kind = incident.path("kind").asText();
            EventKind nearest = scene.events().stream()
                    .min(Comparator.comparingDouble(event -> Math.abs(seconds(incident, "opened") - event.openedS())))
                    .orElseThrow()
                    .kind();
            if (!nearest.streamIncidents().contains(kind)) {
                rows.computeIfAbsent(nearest, one -> new Row())
                        .falseAlarms
                        .add(scene.name() + ": " + kind + " at " + seconds(incident, "opened") + " s");
            }
        }
    }

    private static void compare(Row row, MediaScene scene, MediaEvent event, JsonNode found) {
        double openedS = seconds(found, "opened") - event.openedS();
        double closedS = found.has("closed") ? seconds(found, "closed") - event.toS() : Double.POSITIVE_INFINITY;
        double latencyS = seconds(found, "raised") - event.openedS();
        boolean windowed = event.kind() == EventKind.TOO_QUIET || event.kind() == EventKind.TOO_LOUD;
        double within = event.kind().warnS() + SLACK_S + (windowed ? WINDOW_S : 0);
        if (Math.abs(openedS) > MOST_ERROR_S || Math.abs(closedS) > MOST_ERROR_S || latencyS > within) {
            row.wrong.add(scene.name() + ": begin " + openedS + " s, end " + closedS + " s off, told after " + latencyS
                    + " s");
            return;
        }
        row.detected++;
        row.latencyS = Math.max(row.latencyS, latencyS);
        row.openedErrorS = Math.max(row.openedErrorS, Math.abs(openedS));
        row.closedErrorS = Math.max(row.closedErrorS, Math.abs(closedS));
    }

    private static double seconds(JsonNode incident, String field) {
        return Duration.between(
                                Instant.EPOCH,
                                Instant.parse(incident.path(field).asText()))
                        .toMillis()
                / 1e3;
    }

    /** Whether every fault was told in time and nothing else. */
    boolean holds() {
        return rows.values().stream().allMatch(row -> row.wrong.isEmpty() && row.falseAlarms.isEmpty());
    }

    /** The counts, kind by kind. */
    ArrayNode figures() {
        ArrayNode figures = JsonNodeFactory.instance.arrayNode();
        rows.forEach((kind, row) -> {
            ObjectNode one = figures.addObject();
            one.put("kind", kind.code());
            one.put("scenes", row.scenes);
            if (kind.incident() != null) {
                one.put("incident", kind.incident());
                one.put("detected", row.detected);
                one.put("most_latency_s", rounded(row.latencyS));
                one.put("most_start_error_s", rounded(row.openedErrorS));
                one.put("most_end_error_s", rounded(row.closedErrorS));
                row.wrong.forEach(one.withArray("wrong")::add);
            }
            one.put("false_alarms", row.falseAlarms.size());
            if (!row.falseAlarms.isEmpty()) {
                row.falseAlarms.forEach(one.withArray("alarms")::add);
            }
        });
        return figures;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1e2) / 1e2;
    }
}

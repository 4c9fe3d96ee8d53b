package io.bandwatch.alerts.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.console.EvidenceFile;
import io.bandwatch.alerts.console.Json;
import io.bandwatch.alerts.journal.Acknowledgement;
import io.bandwatch.alerts.journal.LiveRecords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** What stands now, as records of the journal; and what people say to it. */
final class LiveApi {
    private final LiveRecords records;

    LiveApi(LiveRecords records) {
        this.records = records;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/incidents",
                request -> Json.answer(request, Json.list(records.now().incidents())));
        routes.get("/api/v1/incidents/{id}", this::incident);
        routes.get("/api/v1/incidents/{id}/evidence/{file}", this::evidence);
        routes.post("/api/v1/incidents/{id}/acknowledge", this::acknowledge);
        routes.get(
                "/api/v1/carriers",
                request -> Json.answer(request, Json.list(records.now().carriers())));
        routes.get(
                "/api/v1/receivers",
                request -> Json.answer(request, Json.list(records.now().receivers())));
        routes.get(
                "/api/v1/streams",
                request -> Json.answer(request, Json.list(records.now().streams())));
        routes.get(
                "/api/v1/services",
                request -> Json.answer(request, Json.list(records.now().services())));
        routes.get(
                "/api/v1/programmes",
                request -> Json.answer(request, Json.list(records.now().programmes())));
    }

    private void incident(Context request) throws IOException {
        String id = request.pathParam("id");
        Optional<JsonNode> found = records.incident(id);
        if (found.isEmpty()) {
            nowhere(request, id);
            return;
        }
        Json.answer(request, found.get());
    }

    private void acknowledge(Context request) throws IOException {
        String id = request.pathParam("id");
        Acknowledgement said;
        try {
            JsonNode body = Json.body(request, Set.of("who", "note"));
            said = new Acknowledgement(
                    id,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    body.path("who").asText(),
                    body.path("note").asText());
        } catch (IllegalArgumentException malformed) {
            Json.error(request, HttpStatus.BAD_REQUEST, String.valueOf(malformed.getMessage()));
            return;
        }
        if (records.incident(id).isEmpty()) {
            nowhere(request, id);
            return;
        }
        Acknowledgement counts = records.acknowledge(said);
        if (!counts.who().equals(said.who()) || !counts.note().equals(said.note())) {
            String who = counts.who().isEmpty() ? "" : " by '" + counts.who() + "'";
            Json.error(request, HttpStatus.CONFLICT, "it was acknowledged" + who + " at " + counts.time());
            return;
        }
        incident(request);
    }

    private static void nowhere(Context request, String id) {
        Json.error(request, HttpStatus.NOT_FOUND, "no incident is called '" + id + "' or it was closed long ago");
    }

    private void evidence(Context request) throws IOException {
        String file = request.pathParam("file");
        Optional<Path> found = records.evidence(request.pathParam("id"), file);
        if (found.isEmpty()) {
            Json.error(request, HttpStatus.NOT_FOUND, "the incident has no evidence '" + file + "'");
            return;
        }
        EvidenceFile.answer(request, found.get());
    }
}

package io.bandwatch.alerts.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.journal.LiveRecords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What stands now, as records of the journal. */
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
        routes.get(
                "/api/v1/carriers",
                request -> Json.answer(request, Json.list(records.now().carriers())));
        routes.get(
                "/api/v1/receivers",
                request -> Json.answer(request, Json.list(records.now().receivers())));
    }

    private void incident(Context request) throws IOException {
        String id = request.pathParam("id");
        Optional<JsonNode> found = records.incident(id);
        if (found.isEmpty()) {
            Json.error(request, HttpStatus.NOT_FOUND, "no incident is called '" + id + "' or it was closed long ago");
            return;
        }
        Json.answer(request, found.get());
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

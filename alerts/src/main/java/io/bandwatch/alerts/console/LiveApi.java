package io.bandwatch.alerts.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.journal.LiveBoard;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;

/** What stands now, as records of the journal. */
final class LiveApi {
    private final LiveBoard board;

    LiveApi(LiveBoard board) {
        this.board = board;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/incidents",
                request -> Json.answer(request, Json.list(board.now().incidents())));
        routes.get("/api/v1/incidents/{id}", this::incident);
        routes.get(
                "/api/v1/carriers",
                request -> Json.answer(request, Json.list(board.now().carriers())));
        routes.get(
                "/api/v1/receivers",
                request -> Json.answer(request, Json.list(board.now().receivers())));
    }

    private void incident(Context request) throws IOException {
        String id = request.pathParam("id");
        Optional<JsonNode> found = board.now().incidents().stream()
                .filter(incident -> id.equals(incident.path("id").asText()))
                .findFirst();
        if (found.isEmpty()) {
            Json.error(request, HttpStatus.NOT_FOUND, "no incident is called '" + id + "' or it was closed long ago");
            return;
        }
        Json.answer(request, found.get());
    }
}

package io.bandwatch.alerts.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Whether the process lives, and whether everything it needs works. */
public final class Health {
    private final List<Readiness> checks;

    /** @param checks everything that must work */
    public Health(List<Readiness> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Adds what it answers. */
    public void addTo(RoutesConfig routes) {
        routes.get("/healthz", request -> Json.answer(request, Json.object().put("alive", true)));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context request) {
        ObjectNode answer = Json.object();
        boolean ready = true;
        ArrayNode listed = Json.list(List.of());
        for (Readiness check : checks) {
            Optional<String> problem = check.problem().get();
            ObjectNode line = listed.addObject().put("name", check.name()).put("ready", problem.isEmpty());
            problem.ifPresent(text -> line.put("problem", text));
            ready &= problem.isEmpty();
        }
        answer.put("ready", ready).set("checks", listed);
        request.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        Json.answer(request, answer);
    }
}

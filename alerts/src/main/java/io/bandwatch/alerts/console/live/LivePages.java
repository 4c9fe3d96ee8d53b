package io.bandwatch.alerts.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.console.Json;
import io.bandwatch.alerts.console.Language;
import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.evidence.RecentCarriers;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.alerts.journal.LiveRecords;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.page.LivePage;
import io.bandwatch.alerts.report.view.ResultReader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The page of a service that runs, and that of one incident, which pushes lead to. */
final class LivePages {
    private final LiveRecords records;
    private final @Nullable RecentCarriers carriers;
    private final List<Readiness> checks;
    private final boolean changes;
    private final Language languages;

    LivePages(LiveContent content, Locale otherwise) {
        this.records = content.records();
        this.carriers = content.carriers();
        this.checks = content.checks();
        this.changes = content.operator() != null;
        this.languages = new Language(otherwise);
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", request -> answer(request, incident -> true));
        routes.get("/incidents/{id}", this::incident);
        routes.get(LivePage.SCRIPT, LivePages::script);
    }

    private static void script(Context request) throws IOException {
        request.contentType(ContentType.TEXT_JS).result(LivePage.script());
    }

    private void incident(Context request) throws IOException {
        String id = request.pathParam("id");
        if (records.incident(id).isEmpty()) {
            Json.error(request, HttpStatus.NOT_FOUND, "no incident is called '" + id + "' or it was closed long ago");
            return;
        }
        answer(request, incident -> id.equals(incident.path("id").asText()));
    }

    private void answer(Context request, Predicate<JsonNode> wanted) throws IOException {
        LiveBoard.Board now = records.now();
        List<String> problems = new ArrayList<>();
        checks.forEach(check -> check.problem().get().ifPresent(text -> problems.add(check.name() + ": " + text)));
        LivePage.Shown shown = new LivePage.Shown(
                now.incidents().stream()
                        .filter(wanted)
                        .map(ResultReader::incident)
                        .toList(),
                now.carriers().stream().map(ResultReader::carrier).toList(),
                now.receivers().stream().map(ResultReader::receiver).toList(),
                new LivePage.Streams(
                        now.streams().stream().map(ResultReader::stream).toList(),
                        now.services().stream().map(ResultReader::service).toList(),
                        now.programmes().stream().map(ResultReader::programme).toList()),
                feed -> carriers != null && carriers.keeps(feed),
                problems,
                changes);
        StringBuilder page = new StringBuilder();
        new LivePage(new Messages(languages.of(request))).write(shown, page);
        request.contentType(ContentType.TEXT_HTML).result(page.toString());
    }
}

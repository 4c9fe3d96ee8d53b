package io.bandwatch.alerts.console;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.page.ConsolePage;
import io.bandwatch.alerts.report.page.HtmlReport;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pages for people: the wall with everything that was found, and the report of each analysis. */
final class Pages {
    private final Analyses analyses;
    private final Language languages;

    /** @param otherwise language of a reader who asks for none */
    Pages(Analyses analyses, Locale otherwise) {
        this.analyses = analyses;
        this.languages = new Language(otherwise);
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", this::wall);
        routes.get("/reports/{name}", this::report);
    }

    private void wall(Context request) throws IOException {
        Locale locale = languages.of(request);
        String language = "?lang=" + locale.toLanguageTag();
        List<ConsolePage.Entry> entries = analyses.all().stream()
                .map(analysis -> new ConsolePage.Entry(
                        analysis.name(), "reports/" + PathSegment.of(analysis.name()) + language, analysis.result()))
                .toList();
        StringBuilder page = new StringBuilder();
        new ConsolePage(new Messages(locale)).write(entries, analyses.tiles(), page);
        answer(request, page);
    }

    private void report(Context request) throws IOException {
        String name = request.pathParam("name");
        Optional<Analysis> found = analyses.named(name);
        if (found.isEmpty()) {
            Json.error(request, HttpStatus.NOT_FOUND, "no analysis is called '" + name + "'; / lists them");
            return;
        }
        Analysis analysis = found.get();
        StringBuilder page = new StringBuilder();
        new HtmlReport(new Messages(languages.of(request)))
                .write(analysis.result(), analysis.spectra(), analysis.evidence(), page);
        answer(request, page);
    }

    private static void answer(Context request, StringBuilder page) {
        request.contentType(ContentType.TEXT_HTML).result(page.toString());
    }
}

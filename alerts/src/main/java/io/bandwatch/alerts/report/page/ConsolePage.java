package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.IncidentRow;
import io.bandwatch.alerts.report.view.Result;
import io.bandwatch.detectors.Severity;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The first page of a console: the wall of latest pictures, every incident, worst first, and a way to each report. */
public final class ConsolePage {
    private final Messages messages;

    public ConsolePage(Messages messages) {
        this.messages = messages;
    }

    /**
     * An analysis and where its report is.
     *
     * @param name name
     * @param href address of its report, relative to this page
     * @param result what was found
     */
    public record Entry(String name, String href, Result result) {}

    /**
     * Writes the page.
     *
     * @param entries analyses, in the order in which they ended
     * @param tiles the latest picture and loudness of each service
     */
    public void write(List<Entry> entries, List<ServiceTile> tiles, Appendable out) throws IOException {
        PageFrame frame = new PageFrame(messages);
        frame.head(messages.text("console.title"), out);
        frame.section(messages.text("console.analyses"), analyses(entries), out);
        if (!tiles.isEmpty()) {
            frame.section(messages.text("mosaic.title"), new Mosaic(messages).html(tiles), out);
        }
        List<IncidentRow> incidents = entries.stream()
                .flatMap(entry -> entry.result().incidents().stream())
                .sorted(Comparator.comparing(ConsolePage::severity).reversed())
                .toList();
        frame.section(messages.text("incidents.title"), new IncidentTable(messages).html(incidents, true), out);
        frame.foot(messages.text("page.made-from"), out);
    }

    private static Severity severity(IncidentRow incident) {
        return Severity.valueOf(incident.severity().toUpperCase(Locale.ROOT));
    }

    private String analyses(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "<p>" + Html.escape(messages.text("console.none")) + "</p>\n";
        }
        HtmlTable table = new HtmlTable(false, messages);
        table.heads("analysis", "duration", "carriers", "services", "incidents");
        for (Entry entry : entries) {
            Result result = entry.result();
            table.row("")
                    .link(entry.href(), entry.name())
                    .number(Figures.seconds(result.summary().durationS()))
                    .number(Integer.toString(result.summary().carriers()))
                    .number(Integer.toString(result.summary().services()))
                    .number(Integer.toString(result.summary().incidents()))
                    .end();
        }
        return table.html();
    }
}

package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.IncidentRow;
import java.util.List;

/** Incidents as a table, in the order given. */
final class IncidentTable {
    private final Messages messages;
    private final String open;

    IncidentTable(Messages messages) {
        this(messages, "until.open");
    }

    private IncidentTable(Messages messages, String open) {
        this.messages = messages;
        this.open = messages.text(open);
    }

    /** Of what is looked at while it goes on. */
    static IncidentTable now(Messages messages) {
        return new IncidentTable(messages, "until.now");
    }

    /** @param feeds whether the feed is told */
    String html(List<IncidentRow> incidents, boolean feeds) {
        if (incidents.isEmpty()) {
            return "<p>" + Html.escape(messages.text("incidents.none")) + "</p>\n";
        }
        HtmlTable table = new HtmlTable(feeds, messages);
        table.heads("kind", "channel", "since", "until", "presences", "severity", "reason");
        for (IncidentRow incident : incidents) {
            table.row(incident.feed())
                    .text(messages.ofCode("kind", incident.kind()))
                    .number(incident.place(messages))
                    .text(Figures.time(incident.opened()))
                    .text(incident.closed() == null ? open : Figures.time(incident.closed()))
                    .number(Integer.toString(incident.presences()))
                    .badge("s-" + incident.severity(), messages.ofCode("severity", incident.severity()))
                    .list(incident.reasons().stream()
                            .map(reason -> reason.in(messages))
                            .toList());
        }
        return table.html();
    }
}

package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.IncidentRow;
import java.util.ArrayList;
import java.util.List;

/** Incidents as a table, in the order given. */
final class IncidentTable {
    private final Messages messages;
    private final Kind kind;

    /** What is looked at. */
    private enum Kind {
        /** A result: what was open at its end. */
        RESULT("until.open"),
        /** What goes on now. */
        NOW("until.now"),
        /** The same, and whoever looks may say that he knows of it. */
        NOW_AND_KNOWN("until.now");

        private final String open;

        Kind(String open) {
            this.open = open;
        }
    }

    IncidentTable(Messages messages) {
        this(messages, Kind.RESULT);
    }

    private IncidentTable(Messages messages, Kind kind) {
        this.messages = messages;
        this.kind = kind;
    }

    /**
     * Of what is looked at while it goes on.
     *
     * @param changes whether it can be acknowledged
     */
    static IncidentTable now(Messages messages, boolean changes) {
        return new IncidentTable(messages, changes ? Kind.NOW_AND_KNOWN : Kind.NOW);
    }

    /** @param feeds whether the feed is told */
    String html(List<IncidentRow> incidents, boolean feeds) {
        if (incidents.isEmpty()) {
            return "<p>" + Html.escape(messages.text("incidents.none")) + "</p>\n";
        }
        HtmlTable table = new HtmlTable(feeds, messages);
        List<String> heads = new ArrayList<>(List.of("kind", "channel", "since", "until", "presences", "severity"));
        if (kind != Kind.RESULT) {
            heads.add("acknowledged");
        }
        heads.add("reason");
        table.heads(heads.toArray(String[]::new));
        for (IncidentRow incident : incidents) {
            table.row(incident.feed())
                    .text(messages.ofCode("kind", incident.kind()))
                    .number(incident.place(messages))
                    .text(Figures.time(incident.opened()), Figures.time(incident.opened()))
                    .text(incident.until(messages, kind.open), incident.lastThere())
                    .number(Integer.toString(incident.presences()))
                    .badge("s-" + incident.severity(), messages.ofCode("severity", incident.severity()));
            if (kind != Kind.RESULT) {
                known(table, incident);
            }
            table.list(incident.reasons().stream()
                    .map(reason -> reason.in(messages))
                    .toList());
        }
        return table.html();
    }

    private void known(HtmlTable table, IncidentRow incident) {
        IncidentRow.Acknowledged said = incident.acknowledged();
        if (said != null) {
            String who = said.who().isEmpty() ? messages.text("acknowledged.somebody") : said.who();
            String when = Figures.time(said.time());
            table.text(
                    said.note().isEmpty()
                            ? messages.text("acknowledged.said", who, when)
                            : messages.text("acknowledged.noted", who, when, said.note()));
        } else if (kind == Kind.NOW_AND_KNOWN && incident.closed() == null) {
            table.button("acknowledge", incident.id(), messages.text("acknowledge.do"));
        } else {
            table.text("");
        }
    }
}

package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.alerts.report.view.IncidentRow;
import java.util.List;

/** What there is to see and hear of incidents, served beside the page: pictures, sound to be played, files to be fetched. */
final class LiveEvidenceView {
    private final Messages messages;

    LiveEvidenceView(Messages messages) {
        this.messages = messages;
    }

    /** @param incidents those of which it is shown */
    String html(List<IncidentRow> incidents) {
        StringBuilder html = new StringBuilder();
        for (IncidentRow incident : incidents) {
            if (!incident.evidenceState().isEmpty()) {
                html.append("<figure class=\"strip\">");
                files(incident, html);
                html.append("</figure>\n");
            }
        }
        return html.toString();
    }

    private void files(IncidentRow incident, StringBuilder html) {
        String name = messages.ofCode("kind", incident.kind()) + ", " + incident.feed() + ", "
                + incident.place(messages) + ", " + Figures.time(incident.opened());
        StringBuilder shown = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (String path : incident.evidence()) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            String address =
                    Html.escape("/api/v1/incidents/" + Html.segment(incident.id()) + "/evidence/" + Html.segment(file));
            if (file.endsWith(".png")) {
                String text = Html.escape(name + ": " + file);
                shown.append("<img alt=\"")
                        .append(text)
                        .append("\" src=\"")
                        .append(address)
                        .append("\">");
            } else if (file.endsWith(".wav")) {
                shown.append("<audio controls preload=\"none\" src=\"")
                        .append(address)
                        .append("\"></audio>");
            }
            links.append(" <a href=\"")
                    .append(address)
                    .append("\">")
                    .append(Html.escape(file))
                    .append("</a>");
        }
        html.append("<figcaption><a href=\"/incidents/")
                .append(Html.escape(Html.segment(incident.id())))
                .append("\">");
        html.append(Html.escape(name)).append("</a><br>");
        if (links.isEmpty()) {
            html.append(Html.escape(messages.text("evidence." + incident.evidenceState())));
        }
        html.append(links).append("</figcaption>").append(shown);
    }
}

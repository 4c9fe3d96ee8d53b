package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.IncidentRow;
import io.bandwatch.alerts.report.view.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Evidence that a page shows.
 *
 * @param folder that the paths in incidents are relative to
 * @param tiles the latest picture and loudness of each service
 */
public record EvidencePictures(Path folder, List<ServiceTile> tiles) {
    private static final String PICTURE = ".png";

    /** Pictures of incidents that have some, each with the names of its other files; empty where none has. */
    String incidents(Result result, Messages messages) throws IOException {
        StringBuilder html = new StringBuilder();
        for (IncidentRow incident : result.incidents()) {
            if (incident.evidence().isEmpty()) {
                continue;
            }
            String name = Html.escape(messages.ofCode("kind", incident.kind()) + ", " + incident.feed() + ", "
                    + incident.place(messages) + ", " + incident.opened());
            html.append("<figure class=\"strip\">");
            for (String path : incident.evidence()) {
                if (path.endsWith(PICTURE)) {
                    html.append(Mosaic.image(Files.readAllBytes(folder.resolve(path)), name));
                }
            }
            html.append("<figcaption>").append(name).append("<br>");
            html.append(Html.escape(String.join(" ", incident.evidence())));
            html.append("</figcaption></figure>\n");
        }
        return html.toString();
    }
}

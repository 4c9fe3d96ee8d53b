package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.alerts.evidence.Thumbnail;
import io.bandwatch.alerts.messages.Messages;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The latest picture of each service, side by side, with the loudness of its sound: a wall of monitors on a page. */
public final class Mosaic {
    private static final double LOWEST_LUFS = -60;

    private final Messages messages;

    public Mosaic(Messages messages) {
        this.messages = messages;
    }

    /** The mosaic as an element of a page. */
    public String html(List<ServiceTile> tiles) {
        StringBuilder html = new StringBuilder("<div class=\"mosaic\">\n");
        for (ServiceTile tile : tiles) {
            String name = escaped("mosaic.service", tile.feed(), Integer.toString(tile.serviceId()));
            html.append("<figure>");
            Thumbnail thumbnail = tile.thumbnail();
            if (thumbnail == null) {
                html.append("<div class=\"dark\">")
                        .append(escaped("mosaic.no-picture"))
                        .append("</div>");
            } else {
                html.append(image(thumbnail.png(), name));
            }
            html.append("<figcaption>").append(name);
            tile.levels().forEach(level -> level(html, level));
            html.append("</figcaption></figure>\n");
        }
        return html.append("</div>\n").toString();
    }

    private void level(StringBuilder html, ServiceTile.Level level) {
        boolean heard = level.lufs() > LOWEST_LUFS;
        String lufs = heard ? String.format(Locale.ROOT, "%.1f LUFS", level.lufs()) : messages.text("mosaic.silent");
        html.append("<span class=\"level\">")
                .append(Html.escape(level.language()))
                .append("<meter min=\"-60\" max=\"0\" value=\"")
                .append(String.format(Locale.ROOT, "%.1f", heard ? level.lufs() : LOWEST_LUFS))
                .append("\"></meter>")
                .append(Html.escape(lufs))
                .append("</span>");
    }

    static String image(byte[] png, String text) {
        return "<img alt=\"" + text + "\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\">";
    }

    private String escaped(String key, Object... arguments) {
        return Html.escape(messages.text(key, arguments));
    }
}

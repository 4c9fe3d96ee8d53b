package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import java.util.List;

/** A table with heads; every text is escaped on its way in. Not thread-safe. */
final class HtmlTable {
    private final StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n");
    private final boolean feeds;
    private final Messages messages;

    HtmlTable(boolean feeds, Messages messages) {
        this.feeds = feeds;
        this.messages = messages;
    }

    void heads(String... columns) {
        html.append("<thead><tr>");
        if (feeds) {
            head("feed");
        }
        for (String column : columns) {
            head(column);
        }
        html.append("</tr></thead>\n<tbody>\n");
    }

    private void head(String column) {
        html.append("<th scope=\"col\">")
                .append(Html.escape(messages.text("column." + column)))
                .append("</th>");
    }

    HtmlTable row(String feed) {
        html.append("<tr>");
        return feeds ? text(feed) : this;
    }

    HtmlTable text(String text) {
        html.append("<td>").append(Html.escape(text)).append("</td>");
        return this;
    }

    /**
     * A text of which a part is not broken into lines, such as a time.
     *
     * @param whole the part
     */
    HtmlTable text(String text, String whole) {
        if (whole.isEmpty()) {
            return text(text);
        }
        String part = Html.escape(whole);
        html.append("<td>")
                .append(Html.escape(text).replace(part, "<span class=\"w\">" + part + "</span>"))
                .append("</td>");
        return this;
    }

    HtmlTable link(String href, String text) {
        html.append("<td><a href=\"").append(Html.escape(href)).append("\">");
        html.append(Html.escape(text)).append("</a></td>");
        return this;
    }

    /**
     * A link that does something.
     *
     * @param does what the script of the page does with it
     * @param href where it leads
     * @param text what it says
     */
    record Link(String does, String href, String text) {}

    /** Links, one below the other where there is no room. */
    HtmlTable links(List<Link> links) {
        html.append("<td class=\"acts\">");
        for (Link link : links) {
            html.append("<a class=\"").append(link.does()).append("\" href=\"");
            html.append(Html.escape(link.href())).append("\">");
            html.append(Html.escape(link.text())).append("</a> ");
        }
        html.append("</td>");
        return this;
    }

    /** A button that the script of the page knows what to do with. */
    HtmlTable button(String does, String value, String text) {
        html.append("<td><button type=\"button\" data-").append(does).append("=\"");
        html.append(Html.escape(value)).append("\">");
        html.append(Html.escape(text)).append("</button></td>");
        return this;
    }

    HtmlTable number(String number) {
        html.append("<td class=\"n\">").append(Html.escape(number)).append("</td>");
        return this;
    }

    HtmlTable badge(String kind, String text) {
        html.append("<td><span class=\"badge ").append(Html.escape(kind)).append("\">");
        html.append(Html.escape(text)).append("</span></td>");
        return this;
    }

    /** The last cell of a row. */
    void list(List<String> texts) {
        html.append("<td><ul>");
        texts.forEach(text -> html.append("<li>").append(Html.escape(text)).append("</li>"));
        html.append("</ul></td></tr>\n");
    }

    /** Ends a row whose last cell was none of {@link #list}. */
    void end() {
        html.append("</tr>\n");
    }

    String html() {
        return html + "</tbody></table></div>\n";
    }
}

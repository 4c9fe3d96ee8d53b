package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What all pages have in common: one file each, nothing loaded from anywhere, no script. Texts come in unescaped. */
final class PageFrame {
    private static final String STYLE = "page.css";

    /** A page that is a file by itself loads nothing. */
    private static final String OWN = "img-src data:";

    /** One that is served may show and play what is served beside it. */
    private static final String SERVED = "img-src data: 'self'; media-src 'self'";

    private final Messages messages;

    PageFrame(Messages messages) {
        this.messages = messages;
    }

    /** Of a page that is a file by itself. */
    void head(String title, Appendable out) throws IOException {
        head(title, OWN, out);
    }

    /** Of a page that shows what is served beside it. */
    void servedHead(String title, Appendable out) throws IOException {
        head(title, SERVED, out);
    }

    private void head(String title, String sources, Appendable out) throws IOException {
        Locale locale = messages.locale();
        String language = locale.getLanguage().isEmpty() ? "en" : locale.toLanguageTag();
        String safe = Html.escape(title);
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" style-src 'unsafe-inline'; ")
                .append(sources)
                .append("\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>")
                .append(safe)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n");
        out.append("<body>\n<h1>").append(safe).append("</h1>\n");
    }

    private static String style() throws IOException {
        try (InputStream css = PageFrame.class.getResourceAsStream(STYLE)) {
            if (css == null) {
                throw new IOException("the style sheet of the page is not in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A part under a heading. */
    void section(String title, String html, Appendable out) throws IOException {
        out.append("<section><h2>")
                .append(Html.escape(title))
                .append("</h2>\n")
                .append(html)
                .append("</section>\n");
    }

    void foot(String text, Appendable out) throws IOException {
        out.append("<footer>").append(Html.escape(text)).append("</footer>\n</body>\n</html>\n");
    }
}

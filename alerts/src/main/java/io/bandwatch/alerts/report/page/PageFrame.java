package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What all pages have in common: one file each, nothing loaded from elsewhere. Texts come in unescaped. */
final class PageFrame {
    private static final String STYLE = "page.css";

    /** A page that is a file by itself loads nothing. */
    private static final String OWN = "img-src data:";

    /** One that is served may show and play what is served beside it. */
    private static final String SERVED = "img-src data: 'self'; media-src 'self'";

    /** One of a service that runs has a script as well, which may ask this service and nobody else. */
    private static final String LIVE = SERVED + "; script-src 'self'; connect-src 'self'";

    private static final String SCRIPT = "<script src=\"" + LivePage.SCRIPT + "\" defer></script>\n";

    private final Messages messages;

    PageFrame(Messages messages) {
        this.messages = messages;
    }

    /** Of a page that is a file by itself. */
    void head(String title, Appendable out) throws IOException {
        head(title, OWN, "", out);
    }

    /** Of a page that shows what is served beside it. */
    void servedHead(String title, Appendable out) throws IOException {
        head(title, SERVED, "", out);
    }

    /** Of a page of a service that runs. */
    void liveHead(String title, Appendable out) throws IOException {
        head(title, LIVE, SCRIPT, out);
    }

    private void head(String title, String sources, String script, Appendable out) throws IOException {
        Locale locale = messages.locale();
        String language = locale.getLanguage().isEmpty() ? "en" : locale.toLanguageTag();
        String safe = Html.escape(title);
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .append(" style-src 'unsafe-inline'; ")
                .append(sources)
                .append("; base-uri 'none'; form-action 'none'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>")
                .append(safe)
                .append("</title>\n<style>\n")
                .append(resource(STYLE))
                .append("</style>\n")
                .append(script)
                .append("</head>\n");
        out.append("<body>\n<h1>").append(safe).append("</h1>\n");
    }

    /** A file that lies beside this class. */
    static String resource(String name) throws IOException {
        try (InputStream file = PageFrame.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException(name + " of the page is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
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

package io.bandwatch.alerts.report.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text made safe for element content and quoted attributes, in HTML and SVG. */
final class Html {
    private Html() {}

    /**
     * The five characters with a meaning become entities; characters that XML 1.0 does not allow become U+FFFD, and
     * direction overrides too, which could show a name as what it is not.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(showable(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /** A name as a segment of an address (RFC 3986, 3.3). */
    static String segment(String name) {
        // made for forms, where a blank is a plus
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean showable(int codePoint) {
        int type = Character.getType(codePoint);
        boolean control = type == Character.CONTROL && codePoint != '\n' && codePoint != '\t';
        return !control && type != Character.SURROGATE && type != Character.FORMAT && (codePoint & 0xFFFE) != 0xFFFE;
    }
}

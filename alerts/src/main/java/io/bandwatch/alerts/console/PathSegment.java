package io.bandwatch.alerts.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A name as a segment of an address (RFC 3986, 3.3). */
final class PathSegment {
    private PathSegment() {}

    static String of(String name) {
        // made for forms, where a blank is a plus
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package io.bandwatch.alerts.console;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/**
 * Which language a reader gets.
 *
 * @param otherwise where none is asked for
 */
public record Language(Locale otherwise) {
    private static final String ACCEPT = "Accept-Language";

    /** {@code ?lang=} first, then what the browser prefers. */
    public Locale of(Context request) {
        String named = request.queryParam("lang");
        if (named != null) {
            return named.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        }
        String accepted = request.header(ACCEPT);
        try {
            List<Locale> known = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
            Locale chosen = accepted == null ? null : Locale.lookup(Locale.LanguageRange.parse(accepted), known);
            return chosen == null ? otherwise : chosen;
        } catch (IllegalArgumentException malformed) {
            return otherwise;
        }
    }
}

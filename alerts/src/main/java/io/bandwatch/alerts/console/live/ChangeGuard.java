package io.bandwatch.alerts.console.live;

import io.bandwatch.alerts.console.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody change anything but whoever presents the operator's token, in JSON, and from no page but ours. A form of another page can
 * neither send such a header nor such a content, and a script of another page is not allowed to, since nothing here says that it is.
 */
final class ChangeGuard {
    private static final Set<HandlerType> LOOKING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final String SCHEME = "Bearer ";

    private final @Nullable OperatorToken token;

    /** @param token null where nothing can be changed */
    ChangeGuard(@Nullable OperatorToken token) {
        this.token = token;
    }

    /** Answers, and ends, what is not allowed. */
    void check(Context request) {
        if (LOOKING.contains(request.method())) {
            return;
        }
        OperatorToken known = token;
        String origin = request.header(Header.ORIGIN);
        String type = String.valueOf(request.contentType()).toLowerCase(Locale.ROOT);
        String presented = request.header(Header.AUTHORIZATION);
        if (origin != null && !origin.equalsIgnoreCase("http://" + request.host())) {
            refuse(request, HttpStatus.FORBIDDEN, "changes are taken from no page but this console's own");
        } else if (known == null) {
            refuse(
                    request,
                    HttpStatus.FORBIDDEN,
                    "nothing can be changed: no operator token is configured; name one in"
                            + " 'console: {token-file: ...}' or 'token-env'");
        } else if (presented == null || !presented.startsWith(SCHEME)) {
            request.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"bandwatch\"");
            refuse(
                    request,
                    HttpStatus.UNAUTHORIZED,
                    "a change needs the operator token, as the header Authorization: Bearer TOKEN");
        } else if (!known.is(presented.substring(SCHEME.length()))) {
            request.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"bandwatch\", error=\"invalid_token\"");
            refuse(request, HttpStatus.UNAUTHORIZED, "this is not the operator token");
        } else if (!type.equals("application/json") && !type.startsWith("application/json;")) {
            refuse(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "changes are sent as application/json");
        }
    }

    private static void refuse(Context request, HttpStatus status, String problem) {
        Json.error(request, status, problem);
        request.skipRemainingHandlers();
    }
}

package io.bandwatch.alerts.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.net.BindException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves what was found on this machine: pages for people, JSON for programs. It listens on loopback and answers only those who
 * call it by a name of loopback, so that a page from elsewhere in the same browser cannot reach it by a name of its own that
 * leads here (DNS rebinding). Nor can such a page load anything from it or show it within itself.
 */
public final class Console implements AutoCloseable {
    /** Port where none is named. */
    public static final int DEFAULT_PORT = 8780;

    private static final String HOST = "127.0.0.1";
    private static final Pattern OWN_NAME =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    /** Of what is sent here. */
    private static final long MOST_BYTES = 16_384;

    private static final int MOST_THREADS = 16;
    private static final int LEAST_THREADS = 2;

    private final Javalin server;

    private Console(Javalin server) {
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param analyses what to show; more may come later
     * @param checks what must work for it to be ready
     * @param locale language of pages where the reader asks for none
     * @param port port, or 0 for any that is free
     * @throws BindException if the port is taken
     */
    public static Console serve(Analyses analyses, List<Readiness> checks, Locale locale, int port)
            throws BindException {
        return serve(port, routes -> {
            new Pages(analyses, locale).addTo(routes);
            new Api(analyses).addTo(routes);
            new Health(checks).addTo(routes);
        });
    }

    /**
     * Begins to serve.
     *
     * @param port port, or 0 for any that is free
     * @param routes adds what is served; every request is checked first whether it comes from here
     * @throws BindException if the port is taken
     */
    public static Console serve(int port, Consumer<RoutesConfig> routes) throws BindException {
        Javalin server = Javalin.create(config -> {
            quieten(config);
            config.http.maxRequestSize = MOST_BYTES;
            config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
            config.routes.before(Console::guard);
            routes.accept(config.routes);
            config.routes.error(HttpStatus.NOT_FOUND, Console::nothingHere);
        });
        try {
            server.start(HOST, port);
        } catch (JavalinBindException taken) {
            server.stop();
            BindException failure = new BindException("port " + port + " of " + HOST + " is taken");
            failure.initCause(taken);
            throw failure;
        }
        return new Console(server);
    }

    private static void quieten(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
    }

    private static void guard(Context request) {
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cache-Control", "no-store");
        request.header("X-Frame-Options", "DENY");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        String name = Optional.ofNullable(request.host()).orElse("");
        if (!OWN_NAME.matcher(name).matches()) {
            request.status(HttpStatus.MISDIRECTED_REQUEST)
                    .contentType(ContentType.TEXT_PLAIN)
                    .result("this console answers on 127.0.0.1 and localhost only\n")
                    .skipRemainingHandlers();
        } else if (isOfAnotherPage(request)) {
            Json.error(request, HttpStatus.FORBIDDEN, "this console answers no page but its own; links may lead here");
            request.skipRemainingHandlers();
        }
    }

    /** By what browsers say of their requests (Fetch Metadata); following a link is a matter of the reader's. */
    private static boolean isOfAnotherPage(Context request) {
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("none");
        boolean link = "navigate".equals(request.header("Sec-Fetch-Mode"))
                && request.method().equals(HandlerType.GET);
        return !site.equals("same-origin") && !site.equals("none") && !link;
    }

    private static void nothingHere(Context request) {
        String said = request.result();
        if (said == null || !said.startsWith("{")) {
            Json.error(request, HttpStatus.NOT_FOUND, "nothing here; see /");
        }
    }

    /** Where it is. */
    public String url() {
        return "http://" + HOST + ':' + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}

package io.bandwatch.alerts.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.console.Console;
import io.bandwatch.alerts.journal.Acknowledgements;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.alerts.journal.LiveRecords;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change something, and who may look. */
class ChangeGuardTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String BEARER = "Bearer " + TOKEN;
    private static final String JSON = "application/json";

    @TempDir
    private Path folder;

    @Test
    void takesChangesFromWhoeverHasTheToken() throws Exception {
        try (Console console = console(TOKEN)) {
            assertThat(post(console, "Authorization", BEARER, "Content-Type", JSON)
                            .statusCode())
                    .as("it comes to whatever there is behind the guard: nothing at this address")
                    .isEqualTo(404);
            assertThat(post(
                                    console,
                                    "Authorization",
                                    BEARER,
                                    "Content-Type",
                                    JSON + "; charset=utf-8",
                                    "Origin",
                                    console.url())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void refusesAllOthers() throws Exception {
        try (Console console = console(TOKEN)) {
            HttpResponse<String> nobody = post(console, "Content-Type", JSON);
            assertThat(nobody.statusCode()).isEqualTo(401);
            assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"bandwatch\"");
            assertThat(nobody.headers().map().keySet())
                    .as("no page but ours is let in")
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
            HttpResponse<String> wrong = post(console, "Authorization", BEARER + "0", "Content-Type", JSON);
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).doesNotContain(TOKEN);
            assertThat(post(console, "Authorization", "Basic " + TOKEN, "Content-Type", JSON)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(post(console, "Authorization", BEARER, "Content-Type", "text/plain")
                            .statusCode())
                    .as("what a form of another page could send")
                    .isEqualTo(415);
            assertThat(post(console, "Authorization", BEARER, "Content-Type", JSON, "Origin", "http://127.0.0.1:1")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void withoutATokenNothingCanBeChangedAndTheAnswerSaysHowToNameOne() throws Exception {
        try (Console console = console(null)) {
            HttpResponse<String> answer = post(console, "Authorization", BEARER, "Content-Type", JSON);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("no operator token is configured", "token-file");
        }
    }

    @Test
    void pagesFromElsewhereMayLinkHereButLoadNothing() throws Exception {
        try (Console console = console(TOKEN)) {
            assertThat(get(console, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"))
                    .as("the link in a push")
                    .isEqualTo(200);
            assertThat(get(console, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "no-cors"))
                    .isEqualTo(200);
            assertThat(get(console, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"))
                    .isEqualTo(403);
            assertThat(get(console, "Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"))
                    .as("another port of this machine")
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789 abcdef", "0123456789abcde\u00e9"})
    void refusesATokenThatCanBeGuessedOrNotBeSent(String secret) {
        assertThatThrownBy(() -> new OperatorToken(secret))
                .hasMessageContaining("16 or more visible ASCII characters")
                .hasMessageNotContainingAny("short", "0123456789");
    }

    private Console console(@Nullable String token) throws Exception {
        LiveRecords records = new LiveRecords(
                new LiveBoard(folder.resolve("journal.jsonl")),
                null,
                new Acknowledgements(folder.resolve("known.jsonl")));
        return LiveConsole.serve(
                new LiveContent(records, null, null, List.of(), token == null ? null : new OperatorToken(token)),
                Locale.ENGLISH,
                0);
    }

    private static HttpResponse<String> post(Console console, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(console.url() + "/api/v1/nothing"))
                .headers(headers)
                .POST(BodyPublishers.ofString("{}")));
    }

    private static int get(Console console, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(console.url() + "/healthz"))
                        .headers(headers))
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

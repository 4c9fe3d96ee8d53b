package io.bandwatch.alerts.push.channel;

import io.bandwatch.alerts.push.settings.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Posts JSON and judges the answer. Nothing that it says names an address but by its host, for addresses may hold keys. */
final class HttpPoster {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_TOLD = 200;
    private static final int SHORTEST_KEY = 12;

    private final HttpClient client;
    private final Duration patience;

    HttpPoster(SSLContext trust) {
        this(trust, ANSWER_TIMEOUT);
    }

    /** @param patience for how long an answer is waited for, from the first word of the question to the last of the answer */
    HttpPoster(SSLContext trust, Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trust)
                .build();
    }

    /**
     * Posts once.
     *
     * @param judge judges the body of an answer whose status is that of success
     */
    Outcome post(URI address, Map<String, String> headers, byte[] body, Function<String, Outcome> judge)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("content-type", "application/json; charset=utf-8")
                .header("user-agent", "Bandwatch")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        // the client's own limit ends with the headers of an answer (JDK 17): one whose body never comes would be
        // waited for without end
        Future<HttpResponse<String>> asked = client.sendAsync(request.build(), told -> new ShortText());
        try {
            return masked(judged(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS), judge), address);
        } catch (TimeoutException silent) {
            return Outcome.retry(address.getHost() + ": no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException unreachable) {
            Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            return Outcome.retry(address.getHost() + ": " + cause.getClass().getSimpleName());
        } finally {
            asked.cancel(true);
        }
    }

    private static Outcome judged(HttpResponse<String> answer, Function<String, Outcome> judge) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return judge.apply(answer.body());
        }
        String said = answer.body().strip();
        String why = "HTTP " + status + (said.isEmpty() ? "" : ": " + said);
        return switch (status) {
            // the message itself is at fault; all else may be mended on the other side
            case 400, 405, 413, 414, 415, 422 -> Outcome.refused(why);
            default -> Outcome.retryAfter(pause(answer), why);
        };
    }

    /** RFC 9110, 10.2.3, in seconds; the other form, a date, is not used by those who limit rates. */
    private static Duration pause(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("retry-after")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                .orElse(Duration.ZERO);
    }

    /** A receiver may repeat what it was asked; whatever in an address is long enough for a key is taken for one. */
    private static Outcome masked(Outcome outcome, URI address) {
        String why = outcome.why().replaceAll("\\s+", " ");
        String asked = address.getRawPath() + '?' + address.getRawQuery();
        for (String part : asked.split("[/?&=]", -1)) {
            if (part.length() >= SHORTEST_KEY) {
                why = new Secret(part).maskedIn(why);
            }
        }
        return new Outcome(
                outcome.kind(), why.length() > MOST_TOLD ? why.substring(0, MOST_TOLD) + "…" : why, outcome.pause());
    }
}

package io.bandwatch.alerts.influx;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Asks a store whether it answers, by {@code /ping} of 1.x, 2.x and 3, and not more often than it is worth. Thread-safe. */
public final class StorePing {
    /** So long an answer counts: whoever asks for the health of the service does not wait for a slow store each time. */
    private static final Duration COUNTS = Duration.ofSeconds(5);

    private static final int TIMEOUT_MS = 1_000;

    private final String url;
    private final LongSupplier nanoTime;
    private long askedNs;
    private Optional<String> problem = Optional.empty();
    private boolean asked;

    /**
     * Nothing is asked yet.
     *
     * @param url address of the store without path
     * @param nanoTime a clock that only runs forwards, ns
     */
    public StorePing(String url, LongSupplier nanoTime) {
        this.url = url;
        this.nanoTime = nanoTime;
    }

    /** What is wrong with it, or was some seconds ago. */
    public synchronized Optional<String> problem() {
        if (!asked || nanoTime.getAsLong() - askedNs > COUNTS.toNanos()) {
            problem = ask(url);
            askedNs = nanoTime.getAsLong();
            asked = true;
        }
        return problem;
    }

    /** What is wrong with a store now. One that asks who we are answers: whether we may write is seen by what is written. */
    public static Optional<String> ask(String url) {
        try {
            HttpURLConnection ping =
                    (HttpURLConnection) URI.create(url + "/ping").toURL().openConnection();
            ping.setConnectTimeout(TIMEOUT_MS);
            ping.setReadTimeout(TIMEOUT_MS);
            ping.setInstanceFollowRedirects(false);
            try {
                int status = ping.getResponseCode();
                boolean answers = status / 100 == 2
                        || status == HttpURLConnection.HTTP_UNAUTHORIZED
                        || status == HttpURLConnection.HTTP_FORBIDDEN;
                return answers ? Optional.empty() : Optional.of(url + " answers with HTTP " + status);
            } finally {
                ping.disconnect();
            }
        } catch (IOException silent) {
            return Optional.of(url + " does not answer: " + silent.getMessage());
        }
    }
}

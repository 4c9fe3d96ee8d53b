package io.bandwatch.alerts.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.influx.RealInflux;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real {@code influxd}, and what becomes of it and of its owner. */
@Timeout(180)
class EmbeddedInfluxIT {
    private static final long PATIENCE_S = 45;

    @TempDir
    Path folder;

    @BeforeAll
    static void influxdIsThere() {
        RealInflux.required();
    }

    @Test
    void theStoreOfAProcessIsLeftAloneUntilThatIsKilled() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String url = owner.inputReader(StandardCharsets.UTF_8).readLine();
            post(url + "/query?q=CREATE%20DATABASE%20bandwatch", "");
            post(url + "/write?db=bandwatch", "night level=3");
            ProcessHandle store = store();

            assertThatThrownBy(() -> EmbeddedInflux.start(folder))
                    .isInstanceOf(StoreTakenException.class)
                    .hasMessageContainingAll(folder.toString(), "end that one first");
            assertThat(store.isAlive()).isTrue();
            assertThat(post(url + "/query?db=bandwatch&q=SELECT%20*%20FROM%20night", ""))
                    .contains("level");

            owner.destroyForcibly().waitFor();
            assertThat(store.isAlive()).as("left behind").isTrue();
            try (EmbeddedInflux next = EmbeddedInflux.start(folder)) {
                assertThat(store.isAlive()).isFalse();
                assertThat(next.url()).isNotEqualTo(url);
                assertThat(RealInflux.rows(next, "SELECT level FROM night")).hasSize(1);
            }
        } finally {
            owner.destroyForcibly();
        }
    }

    @Test
    void withinOneProcessTheSecondIsRefusedUntilTheFirstIsClosed() throws Exception {
        try (EmbeddedInflux first = EmbeddedInflux.start(folder)) {
            assertThatThrownBy(() -> EmbeddedInflux.start(folder)).isInstanceOf(StoreTakenException.class);
            assertThat(first.answers()).isTrue();
        }
        EmbeddedInflux.start(folder).close();
    }

    @Test
    void killedItIsStartedAgainWithWhatItHeldUntilItIsClosed() throws Exception {
        try (EmbeddedInflux store = EmbeddedInflux.start(folder)) {
            String url = store.url();
            post(url + "/query?q=CREATE%20DATABASE%20bandwatch", "");
            post(url + "/write?db=bandwatch", "night level=3");
            ProcessHandle first = store();
            first.destroyForcibly();

            awaitAnother(store, first);
            assertThat(store.url()).isEqualTo(url);
            assertThat(RealInflux.rows(store, "SELECT level FROM night")).hasSize(1);

            ProcessHandle second = store();
            second.destroyForcibly();
            second.onExit().get();
        }
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (isWatched() && System.nanoTime() < endNs) {
            Thread.sleep(20);
        }
        assertThat(isWatched()).as("somebody would start it once more").isFalse();
        assertThat(folder.resolve("influxd.pid")).doesNotExist();
    }

    private void awaitAnother(EmbeddedInflux store, ProcessHandle before) throws Exception {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while ((pid() == before.pid() || !store.answers()) && System.nanoTime() < endNs) {
            Thread.sleep(100);
        }
        assertThat(pid()).isNotEqualTo(before.pid());
        assertThat(store.answers()).isTrue();
    }

    private static boolean isWatched() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("influxd-watch"));
    }

    private ProcessHandle store() throws IOException {
        return ProcessHandle.of(pid()).orElseThrow();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("influxd.pid")).strip());
    }

    private static String post(String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}

package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.config.ConfigFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A service that runs on a thread of its own. */
final class Watching implements AutoCloseable {
    private static final int SOME_SECONDS = 200_000;
    private static final long PATIENCE_S = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter said = new StringWriter();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final MonitorRun run;
    private final Thread thread;

    Watching(Path config) {
        run = new MonitorRun(ConfigFile.read(config), config, new PrintWriter(said));
        thread = new Thread(this::run, "monitor");
        thread.start();
    }

    private void run() {
        try {
            run.run();
        } catch (Exception problem) {
            failure.set(problem);
        }
    }

    String said() {
        return said.toString();
    }

    /** The page, its interface and its health say what the journal says. */
    void showsWhatStands(Set<String> incidents) throws IOException, InterruptedException {
        String url = url();
        String page = got(url + "/?lang=en");
        assertThat(page)
                .contains("unlicensed carrier", "98.4", "Echo Valley", "roof")
                .doesNotContain("Something of this service does not work");
        for (String id : incidents) {
            assertThat(got(url + "/api/v1/incidents/" + id)).contains(id);
            assertThat(got(url + "/incidents/" + id)).contains("unlicensed carrier");
        }
        assertThat(JSON.readTree(got(url + "/api/v1/carriers")).size()).isEqualTo(5);
        assertThat(JSON.readTree(got(url + "/api/v1/receivers")).size()).isEqualTo(1);
        assertThat(got(url + "/readyz")).contains("\"ready\":true");
        assertThat(got(url + "/metrics"))
                .contains(
                        "bandwatch_carriers 5",
                        "bandwatch_receiver_dropped_samples_total{feed=\"roof\"} 0",
                        "bandwatch_ready{check=\"job\"} 1");
    }

    /** Says that somebody knows of an incident; returns the status of the answer. */
    int acknowledge(String incident, String token) throws IOException, InterruptedException {
        URI address = URI.create(url() + "/api/v1/incidents/" + incident + "/acknowledge");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    String incident(String id) throws IOException, InterruptedException {
        return got(url() + "/api/v1/incidents/" + id);
    }

    void showsEvidence(Set<String> incidents) throws IOException, InterruptedException {
        String page = got(url() + "/?lang=en");
        for (String id : incidents) {
            String files = "/api/v1/incidents/" + id + "/evidence/";
            assertThat(page).contains(files + "spectrum.png", files + "waterfall.png", files + "audio.wav");
            assertThat(got(url() + files + "manifest.json")).contains("sha256");
            assertThat(got(url() + "/api/v1/incidents/" + id)).contains("\"evidence_state\":\"kept\"");
        }
        String carrier = "/api/v1/feeds/roof/carriers/97200000/";
        assertThat(page).contains(carrier + "sound.wav?seconds=30", carrier + "live.wav", carrier + "spectrum.png");
        // behind the place where the scene begins anew there is less
        String kept = got(url() + carrier + "sound.wav?seconds=3");
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (kept.length() < SOME_SECONDS && System.nanoTime() < endNs) {
            TimeUnit.MILLISECONDS.sleep(500);
            kept = got(url() + carrier + "sound.wav?seconds=3");
        }
        assertThat(kept).as("a WAV file of some seconds").startsWith("RIFF").hasSizeGreaterThanOrEqualTo(SOME_SECONDS);
        assertThat(got(url() + carrier + "spectrum.png")).contains("PNG");
        assertThat(got(url() + carrier + "waterfall.png")).contains("PNG");
        URI live = URI.create(url() + carrier + "live.wav");
        try (InputStream sound = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(live).build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(sound.readNBytes(300_000))
                    .as("more than was kept when it began")
                    .hasSize(300_000)
                    .startsWith('R', 'I', 'F', 'F');
        }
        assertThat(got(url() + "/readyz")).contains("\"ready\":true");
    }

    /** Waits until its health says something. */
    void awaitHealth(String text) throws IOException, InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        String health = "";
        while (!health.contains(text) && System.nanoTime() < endNs) {
            TimeUnit.MILLISECONDS.sleep(200);
            health = said().contains("the console is at ") ? got(url() + "/readyz") : "";
        }
        assertThat(health).contains(text);
    }

    private String url() {
        return said().lines()
                .filter(line -> line.contains("the console is at "))
                .map(line -> line.substring(line.indexOf("http")))
                .findFirst()
                .orElseThrow();
    }

    private static String got(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    void stop() throws InterruptedException {
        run.stop();
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        assertThat(failure.get()).isNull();
        assertThat(thread.isAlive()).isFalse();
    }

    @Override
    public void close() {
        run.stop();
    }
}

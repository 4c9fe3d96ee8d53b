package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.deploy.config.ConfigFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The page beside the cluster, on a thread of its own. */
final class Page implements AutoCloseable {
    private static final long PATIENCE_S = 240;

    private final StringWriter said = new StringWriter();
    private final ConsoleRun run;
    private final Thread thread;

    Page(Path config) {
        run = new ConsoleRun(ConfigFile.read(config), new PrintWriter(said));
        thread = new Thread(this::run, "page");
        thread.start();
    }

    private void run() {
        try {
            run.run();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitHealth(String text) throws Exception {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!got("/readyz").contains(text) && System.nanoTime() < endNs) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(got("/readyz")).contains(text);
    }

    /** It was cut here out of what the TaskManager keeps. */
    void hasEvidence(Path folder, Journal journal) throws Exception {
        new Journal(folder.resolve("ledger.jsonl")).await(lines -> lines.size() == 1);
        for (String id : Journal.ids(journal.records(), "unlicensed-carrier")) {
            assertThat(BundleCheck.problems(folder.resolve(id))).isEmpty();
            assertThat(got("/api/v1/incidents/" + id)).contains("\"evidence_state\":\"kept\"");
        }
    }

    String got(String path) throws IOException, InterruptedException {
        String url = said.toString()
                .lines()
                .filter(line -> line.contains("the console is at "))
                .map(line -> line.substring(line.indexOf("http")))
                .findFirst()
                .orElseThrow();
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        run.stop();
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

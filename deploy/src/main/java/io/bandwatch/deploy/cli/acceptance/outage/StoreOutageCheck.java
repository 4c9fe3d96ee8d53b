package io.bandwatch.deploy.cli.acceptance.outage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RandomScenes;
import io.bandwatch.samples.ScenarioGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;

/** A real store that is stopped in the middle of a run and started again; what it holds then is asked by query. */
public final class StoreOutageCheck implements AcceptanceCheck {
    private final Duration outage;
    private final int sceneS;

    /**
     * A check.
     *
     * @param outage how long the store is away
     * @param sceneS seconds that are replayed
     */
    public StoreOutageCheck(Duration outage, int sceneS) {
        this.outage = outage;
        this.sceneS = sceneS;
    }

    @Override
    public String name() {
        return "store-outage";
    }

    @Override
    public String statement() {
        return "With the store stopped during a run and started again, every point is there, once.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new CheckImpossibleException("no influxd; run ./bandwatch demo once, which fetches it");
        }
        bench.tell("rendering %d s", sceneS);
        FeedSpec feed = FeedSpec.parse(new ScenarioGenerator(RandomScenes.carriers(1, 20.0, sceneS))
                .render(bench.scratch().resolve("scene"), ProgressListener.SILENT)
                .recordings()
                .get(0)
                .toString());
        List<List<Object>> undisturbed = undisturbed(bench, feed);
        bench.tell("undisturbed: %d points; the store goes away for %d s", undisturbed.size(), outage.toSeconds());
        List<List<Object>> disturbed = disturbed(bench, feed);
        bench.tell("disturbed: %d points", disturbed.size());
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("outage_s", outage.toSeconds());
        figures.put("points_undisturbed", undisturbed.size());
        figures.put("points_disturbed", disturbed.size());
        figures.put("points_equal", undisturbed.equals(disturbed));
        return new Count(undisturbed.size() > sceneS && undisturbed.equals(disturbed), figures);
    }

    private static List<List<Object>> undisturbed(SceneBench bench, FeedSpec feed)
            throws IOException, InterruptedException {
        try (EmbeddedInflux store = EmbeddedInflux.start(bench.scratch().resolve("undisturbed"))) {
            replay(bench, feed, store.url(), "a");
            return points(store.url());
        }
    }

    private List<List<Object>> disturbed(SceneBench bench, FeedSpec feed) throws IOException, InterruptedException {
        Path data = bench.scratch().resolve("disturbed");
        CompletableFuture<Void> running;
        int port;
        try (EmbeddedInflux store = EmbeddedInflux.start(data)) {
            port = store.httpPort();
            String url = store.url();
            running = CompletableFuture.runAsync(() -> {
                try {
                    replay(bench, feed, url, "b");
                } catch (IOException | InterruptedException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            awaitFirstPoint(url, running);
        }
        mustBeRunning(running, "when the store was stopped");
        Thread.sleep(outage.toMillis());
        mustBeRunning(running, "when the store came back");
        try (EmbeddedInflux again = EmbeddedInflux.start(data, port)) {
            running.get(5, TimeUnit.MINUTES);
            return points(again.url());
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("the disturbed run failed: " + failed.getMessage(), failed);
        }
    }

    private static void mustBeRunning(CompletableFuture<Void> running, String moment) throws IOException {
        if (running.isDone()) {
            throw new IOException("the run had ended already " + moment + "; nothing is proven");
        }
    }

    /** With checkpoints, as a run that matters has them: points are flushed at each. */
    private static void replay(SceneBench bench, FeedSpec feed, String url, String name)
            throws IOException, InterruptedException {
        Path folder = bench.scratch();
        bench.replay(
                List.of(feed),
                null,
                folder.resolve(name + ".jsonl"),
                StoreChoice.parse(url),
                folder.resolve(name + "-checkpoints"));
    }

    private static void awaitFirstPoint(String url, CompletableFuture<Void> running) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (points(url).isEmpty() && !running.isDone() && System.nanoTime() < deadlineNs) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static List<List<Object>> points(String url) {
        try (InfluxDB store = InfluxDBFactory.connect(url)) {
            QueryResult answer = store.query(new Query(
                    "SELECT time, frequency_hz, snr_db, on_air_s FROM carrier_1s", StoreChoice.DEFAULT_DATABASE));
            List<List<Object>> points = new ArrayList<>();
            for (QueryResult.Result result : answer.getResults()) {
                if (result.getSeries() != null) {
                    result.getSeries().forEach(series -> points.addAll(series.getValues()));
                }
            }
            return points;
        }
    }
}

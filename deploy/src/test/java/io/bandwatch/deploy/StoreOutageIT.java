package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.influx.EmbeddedInflux;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real store that is stopped in the middle of a run and started again. How long it stays away: system property
 * {@code bandwatch.outage-s}, 10 s by default.
 */
class StoreOutageIT {
    private static final long OUTAGE_S = Long.getLong("bandwatch.outage-s", 10);

    @TempDir
    Path folder;

    @BeforeEach
    void needsAStore() {
        boolean there = EmbeddedInflux.available().isPresent();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("an influxd, which ./bandwatch test fetches").isTrue();
        }
        Assumptions.assumeTrue(there, "no influxd; run ./bandwatch test, which fetches it");
    }

    @Test
    void everyPointIsThereAfterTheStoreWasAway() throws Exception {
        Path recording = Recordings.bareCarrier(folder, 60);
        List<List<Object>> undisturbed;
        try (EmbeddedInflux store = EmbeddedInflux.start(folder.resolve("undisturbed"))) {
            assertThat(replay(recording, store.url(), "a").exitCode()).isZero();
            undisturbed = points(store.url());
        }

        Path data = folder.resolve("disturbed");
        EmbeddedInflux store = EmbeddedInflux.start(data);
        String url = store.url();
        int port = store.httpPort();
        CompletableFuture<Replay> running = CompletableFuture.supplyAsync(() -> replay(recording, url, "b"));
        awaitFirstPoint(url, running);
        store.close();
        assertThat(running).as("the run was under way").isNotDone();
        TimeUnit.SECONDS.sleep(OUTAGE_S);
        assertThat(running).as("the run waits for its store").isNotDone();
        try (EmbeddedInflux again = EmbeddedInflux.start(data, port)) {
            Replay ended = running.get(5, TimeUnit.MINUTES);
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(points(again.url())).hasSizeGreaterThan(60).isEqualTo(undisturbed);
        }
    }

    private Replay replay(Path recording, String url, String checkpoints) {
        return Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--store",
                url,
                "--checkpoints",
                folder.resolve(checkpoints).toString(),
                recording.toString());
    }

    private static void awaitFirstPoint(String url, CompletableFuture<Replay> running) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (points(url).isEmpty() && !running.isDone() && System.nanoTime() < deadlineNs) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static List<List<Object>> points(String url) {
        try (InfluxDB store = InfluxDBFactory.connect(url)) {
            QueryResult answer =
                    store.query(new Query("SELECT time, frequency_hz, snr_db, presence FROM carrier", "bandwatch"));
            return answer.getResults().stream()
                    .filter(result -> result.getSeries() != null)
                    .flatMap(result -> result.getSeries().stream())
                    .flatMap(series -> series.getValues().stream())
                    .toList();
        }
    }
}

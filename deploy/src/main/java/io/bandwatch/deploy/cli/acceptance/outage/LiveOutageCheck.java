package io.bandwatch.deploy.cli.acceptance.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.service.Intervals;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.Seconds;
import io.bandwatch.deploy.cli.acceptance.service.TimeSeries;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.MonitorRun;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The live service goes on while its store is away, and the store has every second of it afterwards. */
public final class LiveOutageCheck implements AcceptanceCheck {
    /** What is on air lasts so much longer than the outage, so that the receiver is opened once. */
    private static final int SCENE_MARGIN_S = 40;

    private static final String SCENE =
            """
            name: one-station
            seed: 1
            centre: 98.0 MHz
            rate: 600 kS/s
            duration: %d s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: HOME, name: Home, frequency: 97.9 MHz, cn: 30 dB, class: broadcast, programme: {music: {seed: 1, style: calm}}}
            """;

    private static final String FEED = "roof";
    private static final int SECONDS_BEFORE = 3;
    private static final long PATIENCE_S = 120;

    /** A second of looks of 200 ms is told in whole looks. */
    private static final double LONGEST_S = 1.2;

    /** What is being received is told when it is over. */
    private static final int UNTOLD_S = 3;

    private final Duration outage;

    /** A check with an outage of a length. */
    public LiveOutageCheck(Duration outage) {
        this.outage = outage;
    }

    @Override
    public String name() {
        return "live-outage";
    }

    @Override
    public String statement() {
        return "While the store is away the live service goes on and drops nothing, and afterwards the store has all of it, once.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new CheckImpossibleException("no influxd; run ./bandwatch demo once, which fetches it");
        }
        Path data = bench.scratch().resolve("influxdb");
        EmbeddedInflux store = EmbeddedInflux.start(data);
        int port = store.httpPort();
        TimeSeries series = new TimeSeries(store.url());
        Path journal = bench.scratch().resolve("data/journal.jsonl");
        MonitorRun run = new MonitorRun(config(bench, store.url()), new PrintWriter(new StringWriter()));
        CompletableFuture<Void> watching = CompletableFuture.runAsync(() -> watch(run));
        try {
            await(watching, () -> heard(series).size() >= SECONDS_BEFORE);
            store.close();
            long toldBefore = told(bench).size();
            bench.tell("the store goes away for %d s", outage.toSeconds());
            TimeUnit.MILLISECONDS.sleep(outage.toMillis());
            long toldMeanwhile = told(bench).size() - toldBefore;
            long backMs = System.currentTimeMillis();
            bench.tell("the store comes back; the journal has %d records of it", toldMeanwhile);
            store = EmbeddedInflux.start(data, port);
            await(watching, () -> heard(series).lastKey() > backMs);
            run.stop();
            watching.join();
            return judged(Seconds.of(journal, series), told(bench), toldMeanwhile);
        } finally {
            run.stop();
            store.close();
        }
    }

    private static SortedMap<Long, Double> heard(TimeSeries series) {
        return series.values("receiver_1s", "received_samples").getOrDefault(FEED, new TreeMap<>());
    }

    /** Intervals of the receiver. */
    private static List<JsonNode> told(SceneBench bench) throws IOException {
        return Journal.read(bench.scratch().resolve("data")).intervals().getOrDefault(FEED, List.of());
    }

    private Count judged(Seconds seconds, List<JsonNode> told, long toldMeanwhile) {
        Intervals intervals = Intervals.of(told);
        JsonNode last = told.get(told.size() - 1);
        long dropped = last.path("dropped_samples").asLong(-1);
        long openings = last.path("openings").asLong(-1);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("outage_s", outage.toSeconds());
        figures.put("told_meanwhile", toldMeanwhile);
        seconds.put(figures);
        figures.put("missing_ms", intervals.missing().toMillis());
        figures.put("doubled_ms", intervals.doubled().toMillis());
        figures.put("samples_dropped", dropped);
        figures.put("openings", openings);
        boolean wentOn = toldMeanwhile * LONGEST_S >= outage.toSeconds() - UNTOLD_S;
        boolean complete = seconds.agree()
                && intervals.missing().isZero()
                && intervals.doubled().isZero()
                && dropped == 0
                && openings == 1;
        return new Count(wentOn && complete, figures);
    }

    private MonitorConfig config(SceneBench bench, String url) throws IOException {
        Path scenario = Files.writeString(
                bench.scratch().resolve("one-station.yaml"), SCENE.formatted(outage.toSeconds() + SCENE_MARGIN_S));
        RenderedScenario scene = new ScenarioGenerator(Scenario.read(scenario))
                .render(bench.scratch().resolve("scene"), ProgressListener.SILENT);
        return ConfigFile.read(Files.writeString(
                bench.scratch().resolve("monitor.yaml"),
                """
                data: data
                store: %s/bandwatch
                console: {port: 0}
                every: 1 s
                checkpoint-every: 1 s
                registers: {licences: "%s"}
                sites:
                  - name: hill
                    receivers:
                      - {name: roof, address: "file:%s", sample-format: cu8, rate: 600 kS/s, center: 98 MHz}
                """
                        .formatted(url, scene.licences(), scene.recordings().get(0))));
    }

    private static void watch(MonitorRun run) {
        try {
            run.run();
        } catch (IOException | InterruptedException | JobFailedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void await(CompletableFuture<Void> watching, BooleanSupplier wanted) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!wanted.getAsBoolean()) {
            if (watching.isDone()) {
                watching.join();
            }
            if (watching.isDone() || System.nanoTime() > endNs) {
                throw new IllegalStateException("the live service did not come that far within " + PATIENCE_S + " s");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}

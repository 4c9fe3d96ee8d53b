package io.bandwatch.deploy.cli.acceptance.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.service.Accounts;
import io.bandwatch.deploy.cli.acceptance.service.Intervals;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.LiveBand;
import io.bandwatch.deploy.cli.acceptance.service.Outside;
import io.bandwatch.deploy.cli.acceptance.service.ReceiverAccount;
import io.bandwatch.deploy.cli.acceptance.service.Seconds;
import io.bandwatch.deploy.cli.acceptance.service.TimeSeries;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.MonitorRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
    /** Of the band, heard again and again. */
    private static final double TAPE_S = 5;

    private static final long CENTER_HZ = LiveBand.CENTERS_HZ.get(1);
    private static final String FEED = "roof-97";
    private static final int SECONDS_BEFORE = 3;

    /** A receiver does not wait: a service that waits for its store loses as much as the outage lasts. */
    private static final double DROPPED_AT_MOST = 0.02;

    private static final long PATIENCE_S = 120;

    /** A second of looks of 200 ms is told in whole looks. */
    private static final double LONGEST_S = 1.2;

    /** What is being received is told when it is over. */
    private static final int UNTOLD_S = 3;

    private final Duration outage;
    private final double droppedAtMost;

    /** A check with an outage of a length, on a machine that has nothing else to do. */
    public LiveOutageCheck(Duration outage) {
        this(outage, DROPPED_AT_MOST);
    }

    /**
     * A check on a machine that may drop samples whatever becomes of the store.
     *
     * @param droppedAtMost share of the outage
     */
    public LiveOutageCheck(Duration outage, double droppedAtMost) {
        this.outage = outage;
        this.droppedAtMost = droppedAtMost;
    }

    @Override
    public String name() {
        return "live-outage";
    }

    @Override
    public String statement() {
        return "While the store is away the live service goes on listening to a receiver that waits for nobody, every sample is accounted"
                + " for, and afterwards the store has all of it, once.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new CheckImpossibleException("no influxd; run ./bandwatch demo once, which fetches it");
        }
        Path folder = bench.scratch();
        Path kept = folder.resolve("influxdb");
        EmbeddedInflux store = EmbeddedInflux.start(kept);
        int port = store.httpPort();
        TimeSeries series = new TimeSeries(store.url());
        bench.tell("preparing what the receiver hears");
        try (Outside outside = Outside.made(folder, TAPE_S, List.of(CENTER_HZ), false, 0)) {
            MonitorRun run = new MonitorRun(config(folder, store.url(), outside), new PrintWriter(new StringWriter()));
            CompletableFuture<Void> watching = CompletableFuture.runAsync(() -> watch(run));
            try {
                await(watching, () -> heard(series).size() >= SECONDS_BEFORE);
                store.close();
                List<JsonNode> toldBefore = told(folder);
                bench.tell("the store goes away for %d s", outage.toSeconds());
                TimeUnit.MILLISECONDS.sleep(outage.toMillis());
                List<JsonNode> toldThen = told(folder);
                int toldMeanwhile = toldThen.size() - toldBefore.size();
                long droppedMeanwhile = dropped(toldThen) - dropped(toldBefore);
                long backMs = System.currentTimeMillis();
                bench.tell("the store comes back; the journal has %d records of it", toldMeanwhile);
                store = EmbeddedInflux.start(kept, port);
                await(watching, () -> heard(series).lastKey() > backMs);
                long reconnections = outside.reconnections();
                outside.endSending();
                await(watching, () -> account(folder, outside, series).isExact());
                run.stop();
                watching.join();
                ReceiverAccount account = account(folder, outside, series);
                Seconds seconds = Seconds.of(journal(folder), series);
                return judged(seconds, told(folder), account, toldMeanwhile, droppedMeanwhile, reconnections);
            } finally {
                run.stop();
            }
        } finally {
            store.close();
        }
    }

    private static ReceiverAccount account(Path folder, Outside outside, TimeSeries series) {
        try {
            return Accounts.of(outside, Journal.read(data(folder)), series)
                    .receivers()
                    .get(0);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Path journal(Path folder) {
        return data(folder).resolve("journal.jsonl");
    }

    private static SortedMap<Long, Double> heard(TimeSeries series) {
        return series.values("receiver_1s", "received_samples").getOrDefault(FEED, new TreeMap<>());
    }

    /** Intervals of the receiver. */
    private static List<JsonNode> told(Path folder) throws IOException {
        return Journal.read(data(folder)).intervals().getOrDefault(FEED, List.of());
    }

    private static long dropped(List<JsonNode> told) {
        return told.get(told.size() - 1).path("dropped_samples").asLong(-1);
    }

    private Count judged(
            Seconds seconds,
            List<JsonNode> told,
            ReceiverAccount account,
            long toldMeanwhile,
            long droppedMeanwhile,
            long reconnections) {
        Intervals intervals = Intervals.of(told);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("outage_s", outage.toSeconds());
        figures.put("told_meanwhile", toldMeanwhile);
        seconds.put(figures);
        figures.put("missing_ms", intervals.missing().toMillis());
        figures.put("doubled_ms", intervals.doubled().toMillis());
        figures.set("receiver", account.figures());
        figures.put("samples_dropped_meanwhile", droppedMeanwhile);
        figures.put("connections_lost", reconnections);
        boolean wentOn = toldMeanwhile * LONGEST_S >= outage.toSeconds() - UNTOLD_S
                && droppedMeanwhile <= droppedAtMost * outage.toSeconds() * LiveBand.RATE_HZ;
        boolean complete = seconds.agree()
                && account.isExact()
                && intervals.missing().isZero()
                && intervals.doubled().isZero()
                && reconnections == 0;
        return new Count(wentOn && complete, figures);
    }

    private static MonitorConfig config(Path folder, String url, Outside outside) throws IOException {
        Path licences = Files.writeString(folder.resolve("licences.csv"), LiveBand.register());
        String yaml =
                """
                data: data
                store: %s/bandwatch
                console: {port: 0}
                every: 1 s
                checkpoint-every: 1 s
                registers: {licences: "%s"}
                sites:
                  - name: hill
                """
                        .formatted(url, licences);
        return ConfigFile.read(Files.writeString(folder.resolve("monitor.yaml"), yaml + outside.feeds()));
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

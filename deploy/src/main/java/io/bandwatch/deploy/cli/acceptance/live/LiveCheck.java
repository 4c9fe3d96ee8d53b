package io.bandwatch.deploy.cli.acceptance.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.ProcessSize;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.service.Accounts;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.LiveBand;
import io.bandwatch.deploy.cli.acceptance.service.Outside;
import io.bandwatch.deploy.cli.acceptance.service.ServiceFile;
import io.bandwatch.deploy.cli.acceptance.service.ServiceProcess;
import io.bandwatch.deploy.cli.acceptance.service.TimeSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The live service, a process of its own with all stores, beside four receivers and three multiplexes that count what they send. What
 * each store says in the end is compared with that; what the process holds is read all the time.
 */
public final class LiveCheck implements AcceptanceCheck {
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final int READINGS = 60;
    private static final int MULTIPLEXES = 3;
    private static final Duration SHORTEST_BETWEEN = Duration.ofSeconds(5);

    /** What was sent last is written within a checkpoint, what came of it within that of its evidence. */
    private static final long SETTLE_S = 90;

    /** Before the end: of an incident so young it cannot be said whether the end of everything has made it. */
    private static final Duration NOT_JUDGED = Duration.ofSeconds(5);

    private static final long POLL_MS = 2000;
    private static final double NS_PER_MINUTE = 60e9;

    private final Duration length;

    private LiveCheck(Duration length) {
        this.length = length;
    }

    /** As the record wants it. */
    public static LiveCheck whole() {
        return new LiveCheck(LENGTH);
    }

    /** A shorter run. In less than ten minutes neither growth is judged nor how much of what came was measured. */
    public static LiveCheck of(Duration length) {
        return new LiveCheck(length);
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() != 1) {
            throw new IllegalArgumentException("has minutes only; choose the first ones with --seeds, such as 1-2");
        }
        return new LiveCheck(Duration.ofMinutes(part.to()));
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String statement() {
        return "In half an hour of the live service with three receivers of 2.4 MS/s, one that goes through the band, three"
                + " multicast multiplexes and all stores, every sample and packet is accounted for, and heap after collection,"
                + " threads and handles do not grow.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new CheckImpossibleException("no influxd; run ./bandwatch demo once, which fetches it");
        }
        bench.tell("preparing what the receivers hear");
        Path folder = bench.scratch();
        try (Outside outside = Outside.made(folder, length.toMillis() / 1e3, LiveBand.CENTERS_HZ, true, MULTIPLEXES);
                ServiceProcess service =
                        ServiceProcess.start(ServiceFile.written(folder, outside), folder.resolve("service.log"))) {
            String store = service.said("time series go to ").replaceAll(",.*", "");
            outside.awaitHeard();
            double cpuBeforeS = service.cpuS();
            long fromNs = System.nanoTime();
            List<Reading> readings = readings(bench, outside, service);
            // what ends when sending does has its onset a little earlier
            String end = Instant.now().minus(NOT_JUDGED).toString();
            outside.endSending();
            double seconds = (System.nanoTime() - fromNs) / 1e9;
            long reconnections = outside.reconnections();
            double cpuShare = (service.cpuS() - cpuBeforeS) / seconds;
            bench.tell("nothing is sent any more");
            TimeSeries series = new TimeSeries(store);
            LiveTally tally = settled(folder, outside, series, readings, end);
            ObjectNode figures = tally.figures(outside.people());
            ArrayNode told = figures.withArray("readings").deepCopy();
            figures.remove("readings");
            boolean pushed = tally.isPushed(outside.people());
            figures.put("points_of_carriers", series.points("carrier_1s", "on_air_s"));
            figures.put("connections_lost", reconnections);
            figures.put("cpu_seconds_per_second", Reading.rounded(cpuShare, 100));
            boolean inOrder = service.stop();
            figures.put("stopped_in_order", inOrder);
            figures.put("seconds", Math.round(seconds));
            figures.set("readings", told);
            boolean whole = seconds >= length.toSeconds();
            return new Count(tally.holds() && pushed && inOrder && whole, figures);
        }
    }

    private List<Reading> readings(SceneBench bench, Outside outside, ServiceProcess service)
            throws IOException, InterruptedException {
        long everyNs = Math.max(SHORTEST_BETWEEN.toNanos(), length.toNanos() / READINGS);
        long fromNs = System.nanoTime();
        List<Reading> readings = new ArrayList<>();
        for (long dueNs = everyNs; dueNs <= length.toNanos(); dueNs += everyNs) {
            TimeUnit.NANOSECONDS.sleep(fromNs + dueNs - System.nanoTime());
            double latestMs = outside.latestMs();
            double minutes = (System.nanoTime() - fromNs) / NS_PER_MINUTE;
            long heap = service.liveBytes();
            ProcessSize size = service.size();
            readings.add(new Reading(
                    minutes,
                    heap,
                    size.threads(),
                    size.handles(),
                    size.residentKb(),
                    latestMs,
                    service.droppedSamples()));
            bench.tell("%s", readings.get(readings.size() - 1).figures());
        }
        return List.copyOf(readings);
    }

    /** When all stores say what was sent, or after a while whatever they say. */
    private static LiveTally settled(
            Path folder, Outside outside, TimeSeries series, List<Reading> readings, String end)
            throws IOException, InterruptedException {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_S);
        while (true) {
            LiveTally tally = tally(folder, outside, series, readings, end);
            boolean complete = tally.isExact() && tally.isProven() && tally.isPushed(outside.people());
            if (complete || System.nanoTime() > untilNs) {
                return tally;
            }
            Thread.sleep(POLL_MS);
        }
    }

    private static LiveTally tally(Path folder, Outside outside, TimeSeries series, List<Reading> readings, String end)
            throws IOException {
        Journal journal = Journal.read(ServiceFile.data(folder));
        return new LiveTally(Accounts.of(outside, journal, series), readings, journal, end);
    }

    @Override
    public void illustrate(Count count, Path folder) throws IOException {
        Files.writeString(
                folder.resolve(name() + ".svg"),
                LivePlot.draw(count.figures().withArray("readings")),
                StandardCharsets.UTF_8);
    }
}

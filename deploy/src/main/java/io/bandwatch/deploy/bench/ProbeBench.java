package io.bandwatch.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.report.JsonLinesSink;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.Outputs;
import io.bandwatch.deploy.Topology;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.cluster.LocalCluster;
import io.bandwatch.deploy.site.Site;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.ingest.flink.live.LiveFeedSource;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.ToLongFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/** Many multiplexes over loopback, received and judged by the whole job: whether this machine carries its probes. */
public final class ProbeBench {
    private static final long WARM_UP_S = 10;
    private static final long SAMPLE_MS = 200;
    private static final double MEGA = 1e6;

    private final PrintWriter out;

    /**
     * A benchmark.
     *
     * @param out where the figures go
     */
    public ProbeBench(PrintWriter out) {
        this.out = out;
    }

    /**
     * Sends and receives for 10 s to warm up, then measures.
     *
     * @param feeds how many multiplexes
     * @param rateBps of each
     */
    public void run(int feeds, double rateBps, Duration duration)
            throws IOException, InterruptedException, JobFailedException {
        List<Integer> ports = freePorts(feeds);
        Path scratch = Files.createTempDirectory("bandwatch-bench-");
        // longer than the job, which it does not know the start of
        Process sender = sender(ports, rateBps, 2 * WARM_UP_S + duration.toSeconds());
        try {
            Load load = new Load();
            Deque<Load.Moment> moments = new ConcurrentLinkedDeque<>();
            Timer timer = new Timer("load", true);
            timer.scheduleAtFixedRate(
                    new TimerTask() {
                        @Override
                        public void run() {
                            moments.add(load.now());
                        }
                    },
                    0,
                    SAMPLE_MS);
            runJob(ports, duration.plusSeconds(WARM_UP_S), scratch);
            Load.Moment end = load.now();
            timer.cancel();
            // the job ends so long after its feeds have begun, whenever that was
            Load.Moment begin = moments.stream()
                    .filter(moment -> end.wallNs() - moment.wallNs() <= duration.toNanos())
                    .findFirst()
                    .orElse(end);
            tell(feeds, begin, end);
            tell(records(scratch.resolve("result.jsonl")));
            tellSender(new String(sender.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
        } finally {
            sender.destroyForcibly();
            FileUtils.deleteDirectoryQuietly(scratch.toFile());
        }
    }

    private static void runJob(List<Integer> ports, Duration atMost, Path scratch)
            throws IOException, InterruptedException, JobFailedException {
        List<LiveFeedSpec> feeds = new ArrayList<>();
        for (int port : ports) {
            feeds.add(new LiveFeedSpec("probe-" + (feeds.size() + 1), "udp://127.0.0.1:" + port));
        }
        Outputs outputs = new Outputs(
                new JsonLinesSink(
                        scratch.resolve("result.jsonl"), new SummarySeed(feeds.size(), Map.of(), null, null, null)),
                null,
                null);
        LocalCluster cluster = new LocalCluster(ClusterSettings.singleSlot());
        StreamExecutionEnvironment environment = cluster.environment();
        LiveFeedSource source = new LiveFeedSource(feeds, atMost);
        new Topology(JudgingSettings.of(null, MaintenancePlan.NONE, Site.DEFAULT.timezone()))
                .define(
                        environment
                                .fromSource(source, source.watermarks(), "live-feeds")
                                .uid("live-feeds"),
                        outputs);
        cluster.run(environment, "bench");
    }

    private static Process sender(List<Integer> ports, double rateBps, long durationS) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ProbeSender.class.getName(),
                Double.toString(rateBps),
                Long.toString(durationS)));
        ports.forEach(port -> command.add(Integer.toString(port)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<DatagramSocket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                taken.add(new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
            }
            return taken.stream().map(DatagramSocket::getLocalPort).toList();
        } finally {
            taken.forEach(DatagramSocket::close);
        }
    }

    private static List<JsonNode> records(Path result) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(result)) {
            records.add(new ObjectMapper().readTree(line));
        }
        return records;
    }

    private void tell(int feeds, Load.Moment begin, Load.Moment end) {
        double wallS = (end.wallNs() - begin.wallNs()) * 1e-9;
        out.printf(Locale.ROOT, "%d multiplexes over UDP, %.0f s through the whole job%n", feeds, wallS);
        row("CPU seconds per second", (end.cpuNs() - begin.cpuNs()) * 1e-9 / wallS);
        row("allocated, MB per second", (end.allocatedBytes() - begin.allocatedBytes()) / MEGA / wallS);
        row("longest pause of the collector, ms", end.longestPauseMs());
        row("largest heap, MiB", end.largestHeapBytes() / (1024.0 * 1024));
    }

    private void tell(List<JsonNode> records) {
        List<JsonNode> streams = records.stream()
                .filter(record -> record.path("type").asText().equals("ts"))
                .toList();
        row("feeds told", streams.size());
        row(
                "slowest feed, Mbit/s",
                streams.stream()
                                .mapToDouble(
                                        stream -> stream.path("bitrate_bps").asDouble())
                                .min()
                                .orElse(0)
                        / MEGA);
        sum(streams, "continuity errors", stream -> stream.path("continuity_errors")
                .asLong());
        sum(streams, "lost bytes", stream -> stream.path("lost_bytes").asLong());
        sum(streams, "datagrams received", stream -> transport(stream, "datagrams"));
        sum(streams, "datagrams dropped by the system", stream -> transport(stream, "socket_drops"));
        sum(streams, "blocks dropped", stream -> transport(stream, "dropped_blocks"));
        sum(streams, "beginnings beyond the first", stream -> transport(stream, "beginnings") - 1);
        row(
                "incidents",
                records.stream()
                        .filter(record -> record.path("type").asText().equals("incident"))
                        .count());
        records.stream()
                .filter(record -> record.path("type").asText().equals("incident"))
                .limit(3)
                .forEach(record -> out.println("  " + record));
    }

    private static long transport(JsonNode stream, String count) {
        return stream.path("transport").path(count).asLong();
    }

    private void sum(List<JsonNode> streams, String what, ToLongFunction<JsonNode> count) {
        row(what, streams.stream().mapToLong(count).sum());
    }

    private void tellSender(String told) {
        List<String> words = List.of(told.strip().split(" ", -1));
        if (words.size() == 3) {
            row("sender: datagrams a feed", Long.parseLong(words.get(0)));
            row("sender: latest datagram, ms", Long.parseLong(words.get(1)) * 1e-6);
            row("sender: CPU seconds in all", Long.parseLong(words.get(2)) * 1e-9);
        }
    }

    private void row(String what, double value) {
        out.printf(Locale.ROOT, "%-40s %12.2f%n", what, value);
    }

    private void row(String what, long value) {
        out.printf(Locale.ROOT, "%-40s %12d%n", what, value);
    }
}

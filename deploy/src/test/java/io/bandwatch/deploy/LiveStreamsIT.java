package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.report.JsonLinesSink;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.LocalCluster;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.ingest.flink.live.LiveFeedSource;
import io.bandwatch.ingest.live.LiveFeedSpec;
import io.bandwatch.samples.ts.Multiplex;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live streams over loopback through the whole job. */
class LiveStreamsIT {
    private static final int PER_DATAGRAM = 7;
    private static final long PACKET_NS = 1_000_000;

    @TempDir
    private Path folder;

    private final AtomicBoolean pulled = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void aFeedThatDiesAndComesBackIsLostForThatLongAndNoFaultOfTheStream() throws Exception {
        int port = freePort();
        Thread sender = new Thread(() -> send(port), "sender");
        sender.start();
        Thread hand = new Thread(() -> pull(port), "hand");
        hand.start();
        List<JsonNode> records = watched(port, Duration.ofSeconds(30));
        over.set(true);
        sender.join();
        hand.join();

        List<JsonNode> incidents = of(records, "incident");
        assertThat(incidents)
                .extracting(incident -> incident.path("kind").asText())
                .contains("feed-lost")
                .isSubsetOf("feed-lost", "ts-priority-2");
        // where this machine keeps sender or receiver waiting, references of the clock come late, and nothing else is
        // wrong
        assertThat(incidents)
                .filteredOn(incident -> incident.path("kind").asText().equals("ts-priority-2"))
                .flatExtracting(incident -> incident.path("reasons").findValuesAsText("text"))
                .allMatch(text -> text.startsWith("pcr_") || text.startsWith("pts_"));
        assertThat(of(records, "incident"))
                .filteredOn(incident -> incident.path("kind").asText().equals("feed-lost"))
                .singleElement()
                .satisfies(lost -> assertThat(lost.path("state").asText()).isEqualTo("closed"));
        JsonNode stream = of(records, "ts").get(0);
        assertThat(stream.path("continuity_errors").asInt()).isZero();
        assertThat(stream.path("transport").path("beginnings").asInt()).isEqualTo(2);
        assertThat(stream.path("tr101290").path("pat_error_2").asInt()).isZero();
        assertThat(of(records, "service")).hasSize(Multiplex.SERVICES.size());
    }

    private List<JsonNode> watched(int port, Duration atMost) throws Exception {
        Path result = folder.resolve("result.jsonl");
        LocalCluster cluster = new LocalCluster(ClusterSettings.singleSlot());
        StreamExecutionEnvironment environment = cluster.environment();
        List<LiveFeedSpec> feeds = List.of(new LiveFeedSpec("head-end", "udp://127.0.0.1:" + port));
        new Topology(JudgingSettings.of(null, MaintenancePlan.NONE, ZoneOffset.UTC))
                .define(
                        environment
                                .fromSource(
                                        new LiveFeedSource(feeds, atMost), LiveFeedSource.watermarks(), "live-feeds")
                                .uid("live-feeds"),
                        new Outputs(
                                new JsonLinesSink(result, new SummarySeed(1, Map.of(), null, null, null)),
                                null,
                                null,
                                null));
        cluster.run(environment, "live");
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(result)) {
            records.add(new ObjectMapper().readTree(line));
        }
        return records;
    }

    /** The cable is out for ten seconds; the sender does not know. */
    private void pull(int port) {
        try {
            while (isFree(port)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            TimeUnit.SECONDS.sleep(6);
            pulled.set(true);
            TimeUnit.SECONDS.sleep(10);
            pulled.set(false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the job does not listen there yet. */
    private static boolean isFree(int port) {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            return probe.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }

    private void send(int port) {
        Multiplex multiplex = new Multiplex(List.of());
        byte[] bytes = new byte[PER_DATAGRAM * Multiplex.PACKET_BYTES];
        long beginNs = System.nanoTime();
        try (DatagramSocket socket = new DatagramSocket()) {
            for (long sent = 0; !over.get(); ) {
                for (; sent * PACKET_NS <= System.nanoTime() - beginNs; sent += PER_DATAGRAM) {
                    for (int packet = 0; packet < PER_DATAGRAM; packet++) {
                        multiplex.next(bytes, packet * Multiplex.PACKET_BYTES);
                    }
                    if (!pulled.get()) {
                        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<JsonNode> of(List<JsonNode> records, String type) {
        return records.stream()
                .filter(record -> record.path("type").asText().equals(type))
                .toList();
    }

    private static int freePort() throws Exception {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return probe.getLocalPort();
        }
    }
}

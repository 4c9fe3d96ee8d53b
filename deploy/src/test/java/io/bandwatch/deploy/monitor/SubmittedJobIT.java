package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cli.acceptance.service.Seconds;
import io.bandwatch.deploy.cli.acceptance.service.TimeSeries;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live service on a cluster of separate JVMs, whose TaskManager is killed: a receiver plays a scene of one station and one carrier that
 * nobody licensed, and what was found is counted.
 */
class SubmittedJobIT {
    private static final int LOOKS_AFTERWARDS = 8;
    private static final String SCENE =
            """
            name: two-carriers
            seed: 5
            centre: 98.0 MHz
            rate: 600 kS/s
            duration: 4 s
            format: cs16
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: HOME979, name: Home, frequency: 97.9 MHz, cn: 30 dB, class: broadcast, programme: {music: {seed: 1, style: calm}}}
              - {id: PIRATE, frequency: 98.1 MHz, cn: 25 dB, class: unlicensed, programme: {music: {seed: 2, style: pop}}}
            """;

    @TempDir
    private Path folder;

    private final List<String> pushes = new CopyOnWriteArrayList<>();

    private HttpServer centre;

    @BeforeEach
    void listen() throws IOException {
        centre = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        centre.createContext("/", exchange -> {
            pushes.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        centre.start();
    }

    @AfterEach
    void hangUp() {
        centre.stop(0);
    }

    @Test
    void aTaskManagerThatIsKilledLosesAndDoublesNothingThatWasRecorded() throws Exception {
        assumeTrue(EmbeddedInflux.available().isPresent(), "no influxd; run ./bandwatch test, which fetches it");
        try (EmbeddedInflux store = EmbeddedInflux.start(folder.resolve("influxdb"))) {
            killed(store.url());
        }
    }

    private void killed(String store) throws Exception {
        Path config = config(store);
        Journal journal = new Journal(folder.resolve("data/journal.jsonl"));
        try (SessionCluster cluster = new SessionCluster(folder.resolve("cluster"));
                Page page = new Page(config)) {
            Process taskManager = cluster.startTaskManager();
            // the index of what was heard is on both; the rest of the job is where there is a place
            cluster.startTaskManager();
            String job = submitted(config, cluster);
            journal.await(lines -> Journal.ids(lines, "unlicensed-carrier").size() == 1);
            assertThatThrownBy(() -> run(config, cluster).submit())
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("already, as " + job);
            assertThatThrownBy(() -> DataFolder.claim(folder.resolve("data")))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("the job of a Flink cluster works in it");

            page.awaitHealth("\"ready\":true");
            assertThat(page.got("/?lang=en")).contains("unlicensed carrier", "98.1");
            assertThatThrownBy(() -> new ConsoleRun(ConfigFile.read(config), nowhere()).run())
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("another console");

            page.hasEvidence(folder.resolve("data/evidence/incidents"), journal);

            journal.await(lines -> sharing(cluster, job) == 2);

            byte[] recorded = journal.wholeLines();
            awaitCheckpointsAfter(journal);
            List<String> pushed = List.copyOf(pushes);
            assertThat(pushed).hasSize(1);
            taskManager.destroyForcibly().waitFor();
            Instant killed = Instant.now();
            page.awaitHealth("no job writes the journal");
            cluster.startTaskManager();
            // longer than a feed may be silent, or a carrier gone, before it is told
            journal.await(lines -> receivedSince(killed, lines) >= LOOKS_AFTERWARDS);

            assertThat(journal.wholeLines()).as("what was recorded stays").startsWith(recorded);
            List<JsonNode> records = journal.records();
            assertThat(records).as("nothing is there twice").doesNotHaveDuplicates();
            assertThat(onceEach(records))
                    .as("carriers and receivers of an interval")
                    .doesNotHaveDuplicates();
            assertThat(Journal.ids(records, "unlicensed-carrier")).hasSize(1);
            assertThat(Journal.incidents(records))
                    .as("no fault of ours is told as one of the air, and what was on air is still")
                    .allSatisfy(incident -> {
                        assertThat(incident.path("kind").asText()).isEqualTo("unlicensed-carrier");
                        assertThat(incident.path("state").asText()).isEqualTo("open");
                    });
            assertThat(pushes).as("nobody is told again").isEqualTo(pushed);

            page.awaitHealth("\"ready\":true");
            run(config, cluster).stop();
            page.awaitHealth("no job writes the journal");
        }
        Seconds seconds = Seconds.of(folder.resolve("data/journal.jsonl"), new TimeSeries(store));
        assertThat(seconds.inOne())
                .as("told in the journal or in the store only")
                .isEmpty();
        assertThat(seconds.stored()).isGreaterThan(LOOKS_AFTERWARDS);
        try (DataFolder data = DataFolder.claim(folder.resolve("data"))) {
            assertThat(data.isFresh())
                    .as("monitor goes on from the last checkpoint")
                    .isFalse();
        }
    }

    private Path config(String store) throws IOException {
        Path scenario = Files.writeString(folder.resolve("two-carriers.yaml"), SCENE);
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(scenario)).render(folder.resolve("scene"), ProgressListener.SILENT);
        Files.writeString(folder.resolve("secret"), "a shared secret of this test");
        return Files.writeString(
                folder.resolve("config.yaml"),
                """
                data: data
                store: %s/bandwatch
                console: {port: 0}
                evidence: {before: 1 s, after: 1 s, ring: 30 s, least-free: 0 B}
                every: 1 s
                checkpoint-every: 1 s
                index-tasks: 2
                registers: {licences: %s}
                sites:
                  - name: hill
                    receivers:
                      - {name: roof, address: "file:%s?loop=yes", sample-format: cs16, rate: 600 kS/s, center: 98 MHz}
                notifiers:
                  channels:
                    - {name: centre, type: webhook, address: "http://127.0.0.1:%d/", secret-file: secret}
                  rules:
                    - {name: all, severity: warning, to: [centre], tell: [opened, closed]}
                """
                        .formatted(
                                store,
                                scene.licences(),
                                scene.recordings().get(0),
                                centre.getAddress().getPort()));
    }

    private static SubmitRun run(Path config, SessionCluster cluster) {
        return new SubmitRun(ConfigFile.read(config), cluster.address(), nowhere());
    }

    private static PrintWriter nowhere() {
        return new PrintWriter(new StringWriter());
    }

    /** As the launcher does: a JVM whose class path is jars. @return the id of the job */
    private String submitted(Path config, SessionCluster cluster) throws Exception {
        Path out = folder.resolve("submit.out");
        Path err = folder.resolve("submit.err");
        int exitCode = new ProcessBuilder(
                        SessionCluster.java(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        LauncherJars.in(folder),
                        "io.bandwatch.deploy.cli.BandwatchCommand",
                        "submit",
                        "--config",
                        config.toString(),
                        "--jobmanager",
                        cluster.address().toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(exitCode).as(Files.readString(err)).isZero();
        return Files.readString(out).strip();
    }

    /** TaskManagers that have something of the index. */
    private static long sharing(SessionCluster cluster, String job) {
        try {
            return cluster.readBy(job, "index").values().stream()
                    .filter(records -> records > 0)
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits for two more checkpoints: the first may have begun before what stands in the journal now. */
    private void awaitCheckpointsAfter(Journal journal) throws Exception {
        for (int i = 0; i < 2; i++) {
            Set<Path> before = checkpoints();
            journal.await(lines -> checkpoints().stream().anyMatch(point -> !before.contains(point)));
        }
    }

    private Set<Path> checkpoints() {
        try (Stream<Path> files = Files.walk(folder.resolve("data/checkpoints"), 3)) {
            return new HashSet<>(
                    files.filter(file -> file.endsWith("_metadata")).toList());
        } catch (IOException | UncheckedIOException superseded) {
            return Set.of();
        }
    }

    /** Seconds of which the receiver has a record. */
    private static long receivedSince(Instant time, List<JsonNode> records) {
        return records.stream()
                .filter(record -> record.path("type").asText().equals("receiver"))
                .filter(record -> Instant.parse(record.path("time").asText()).isAfter(time))
                .count();
    }

    /** What there is one of: a carrier or a receiver in an interval. */
    private static List<String> onceEach(List<JsonNode> records) {
        return records.stream()
                .filter(record -> record.has("time"))
                .map(record -> String.join(
                        "|",
                        record.path("type").asText(),
                        record.path("feed").asText(),
                        record.path("channel_hz").asText(),
                        record.path("time").asText()))
                .toList();
    }
}

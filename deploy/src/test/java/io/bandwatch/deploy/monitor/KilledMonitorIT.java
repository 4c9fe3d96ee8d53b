package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.service.Intervals;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.Seconds;
import io.bandwatch.deploy.cli.acceptance.service.ServiceProcess;
import io.bandwatch.deploy.cli.acceptance.service.TimeSeries;
import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live service in a process of its own, killed while three carriers are on air that nobody licensed, and started again. */
class KilledMonitorIT {
    private static final long PATIENCE_S = 120;
    private static final int CHECKPOINT_EVERY_S = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Set<String> pushed = ConcurrentHashMap.newKeySet();
    private HttpServer people;

    @BeforeEach
    void listen() throws IOException {
        people = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        people.createContext("/", exchange -> {
            JsonNode push = JSON.readTree(exchange.getRequestBody());
            push.path("incidents")
                    .forEach(item -> pushed.add(item.path("occasion").asText() + " "
                            + item.at("/incident/id").asText()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        people.start();
    }

    @AfterEach
    void close() {
        people.stop(0);
    }

    @Test
    void nothingIsToldTwiceNothingIsMissedAndOurDeathIsNobodysFault() throws Exception {
        assumeTrue(EmbeddedInflux.available().isPresent(), "no influxd; run ./bandwatch test, which fetches it");
        try (EmbeddedInflux store = EmbeddedInflux.start(folder.resolve("influxdb"))) {
            killed(store.url());
        }
    }

    private void killed(String store) throws Exception {
        Path config = config(store);
        Path journal = folder.resolve("data/journal.jsonl");
        try (ServiceProcess first = ServiceProcess.start(config, folder.resolve("first.log"))) {
            await(() -> pushed.size() == 3);
            // at once: no checkpoint has been made since
            first.kill();
        }
        Set<String> before =
                pushed.stream().map(told -> told.substring("opened ".length())).collect(Collectors.toSet());
        List<String> kept = Files.readAllLines(journal);

        try (ServiceProcess second = ServiceProcess.start(config, folder.resolve("second.log"))) {
            await(() -> Files.readAllLines(journal).size() > kept.size());
            Set<Path> complete = checkpoints();
            await(() -> !complete.containsAll(checkpoints()));
            // as long after a checkpoint as can be: what was heard since is heard by nobody again
            TimeUnit.SECONDS.sleep(CHECKPOINT_EVERY_S - 1);
            second.kill();
        }
        long keptThen = Files.readAllLines(journal).size();
        try (ServiceProcess third = ServiceProcess.start(config, folder.resolve("third.log"))) {
            await(() -> Files.readAllLines(journal).size() > keptThen + 10);
            assertThat(third.stop()).isTrue();
        }

        Map<String, Integer> raised = incidents(journal);
        assertThat(raised.keySet())
                .as("what was on air is what it was, and nothing of ours is an incident")
                .isEqualTo(before);
        assertThat(raised.values()).as("each is raised once").containsOnly(1);
        assertThat(pushed)
                .as("each was told, under one key")
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(id -> "opened " + id).toList());
        List<JsonNode> received =
                Journal.read(folder.resolve("data")).intervals().getOrDefault("roof", List.of());
        assertThat(Intervals.of(received).areApart()).isTrue();
        assertThat(received)
                .as("an interval has the time while nobody listened, and says so")
                .filteredOn(record -> record.path("unheard_s").asDouble() > 1)
                .hasSize(2);
        // each point of a second is sent to the store, and it must not be one that was taken back
        Seconds seconds = Seconds.of(journal, new TimeSeries(store));
        assertThat(seconds.inOne()).isEmpty();
        assertThat(seconds.stored()).isGreaterThan(kept.size());
    }

    private Path config(String store) throws IOException {
        RenderedScenario scene = BundledScenes.of("off-raster");
        Files.writeString(folder.resolve("secret"), "not one that anybody uses");
        return Files.writeString(
                folder.resolve("monitor.yaml"),
                """
                data: data
                store: %s/bandwatch
                console: {port: 0}
                every: 1 s
                checkpoint-every: %d s
                registers: {licences: "%s"}
                notifiers:
                  channels:
                    - {name: people, type: webhook, address: "http://127.0.0.1:%d/", secret-file: secret}
                  rules:
                    - {name: all, to: [people], group: 0 s, tell: [opened]}
                sites:
                  - name: hill
                    receivers:
                      - {name: roof, address: "file:%s?loop=yes", sample-format: cs16, rate: 2.4 MS/s, center: 98 MHz}
                """
                        .formatted(
                                store,
                                CHECKPOINT_EVERY_S,
                                scene.licences(),
                                people.getAddress().getPort(),
                                scene.recordings().get(0)));
    }

    private Set<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/checkpoints"))) {
            return files.filter(file -> file.endsWith("_metadata")).collect(Collectors.toSet());
        } catch (UncheckedIOException superseded) {
            // one was taken away while it was looked at
            return Set.of();
        }
    }

    /** Incidents of the journal, and how often each was raised. */
    private static Map<String, Integer> incidents(Path journal) throws IOException {
        Map<String, Integer> raised = new HashMap<>();
        if (Files.exists(journal)) {
            for (String line : Files.readAllLines(journal)) {
                if (!line.endsWith("}")) {
                    break;
                }
                JsonNode record = JSON.readTree(line);
                boolean incident = record.path("type").asText().equals("incident");
                if (incident) {
                    raised.merge(
                            record.path("id").asText(),
                            record.path("severity").asText().equals("warning") ? 1 : 0,
                            Integer::sum);
                }
            }
        }
        return raised;
    }

    private interface Wanted {
        boolean is() throws IOException;
    }

    private void await(Wanted wanted) throws Exception {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!wanted.is()) {
            if (System.nanoTime() > endNs) {
                try (Stream<Path> logs = Files.list(folder)) {
                    throw new AssertionError("not within " + PATIENCE_S + " s: " + pushed + " "
                            + logs.filter(file -> file.toString().endsWith(".log"))
                                    .toList() + Files.readString(folder.resolve("first.log")));
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}

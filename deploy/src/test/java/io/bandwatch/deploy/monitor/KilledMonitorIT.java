package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Path config = config();
        Path journal = folder.resolve("data/journal.jsonl");
        Process first = start(config, "first.log");
        await(() -> pushed.size() == 3);
        // at once: no checkpoint has been made since
        first.destroyForcibly().waitFor();
        Set<String> before =
                pushed.stream().map(told -> told.substring("opened ".length())).collect(Collectors.toSet());
        List<String> kept = Files.readAllLines(journal);

        Process second = start(config, "second.log");
        await(() -> Files.readAllLines(journal).size() > kept.size() + 20);
        second.destroy();
        assertThat(second.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();

        Map<String, Integer> raised = incidents(journal);
        assertThat(raised.keySet())
                .as("what was on air is what it was, and nothing of ours is an incident")
                .isEqualTo(before);
        assertThat(raised.values()).as("each is raised once").containsOnly(1);
        assertThat(pushed)
                .as("each was told, under one key")
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(id -> "opened " + id).toList());
        assertThat(said("second.log")).contains("stopped; the next run goes on from here");
    }

    private Path config() throws IOException {
        RenderedScenario scene = BundledScenes.of("off-raster");
        Files.writeString(folder.resolve("secret"), "not one that anybody uses");
        return Files.writeString(
                folder.resolve("monitor.yaml"),
                """
                data: data
                store: none
                console: {port: 0}
                every: 1 s
                checkpoint-every: 5 s
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
                                scene.licences(),
                                people.getAddress().getPort(),
                                scene.recordings().get(0)));
    }

    private Process start(Path config, String log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.bandwatch.deploy.cli.BandwatchCommand",
                "monitor",
                "--config",
                config.toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Djdk.net.hosts.file="))
                .forEach(argument -> command.add(1, argument));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    private String said(String log) throws IOException {
        return Files.readString(folder.resolve(log));
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
                                    .toList() + said("first.log"));
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}

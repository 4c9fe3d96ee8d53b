package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cli.demo.BundledScenes;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The live service on a receiver that plays a scene again and again: two stations and three carriers that nobody licensed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorRunIT {
    private static final long PATIENCE_S = 120;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATOR = "known-to-the-operator";

    private Path folder;

    private RenderedScenario scene;

    @BeforeAll
    void render(@TempDir Path scratch) throws IOException {
        folder = scratch;
        Files.writeString(folder.resolve("operator"), OPERATOR + "\n");
        scene = BundledScenes.of("off-raster");
    }

    @Test
    void goesOnWhereItWasStoppedAndTakesNewRegistersButNoBrokenOnes() throws Exception {
        Path licences = folder.resolve("licences.csv");
        Files.copy(scene.licences(), licences);
        Path config = config("goes-on", licences);
        Path journal = folder.resolve("goes-on/journal.jsonl");

        Set<String> unlicensed;
        String acknowledged;
        try (Watching first = new Watching(config)) {
            new Journal(journal)
                    .await(lines -> Journal.ids(lines, "unlicensed-carrier").size() == 3);
            new Journal(journal).await(lines -> lines.stream()
                    .anyMatch(line -> line.path("type").asText().equals("receiver")));
            unlicensed = Journal.ids(new Journal(journal).records(), "unlicensed-carrier");
            first.showsWhatStands(unlicensed);
            acknowledged = unlicensed.iterator().next();
            assertThat(first.acknowledge(acknowledged, "not the token")).isEqualTo(401);
            assertThat(first.acknowledge(acknowledged, OPERATOR)).isEqualTo(200);
            first.stop();
        }
        long before = Files.size(journal);
        byte[] told = Files.readAllBytes(journal);
        int toldBefore = new Journal(journal).records().size();
        try (Watching second = new Watching(config)) {
            new Journal(journal).await(lines -> sizeOf(journal) > before + 5000);
            assertThat(Journal.ids(new Journal(journal).records(), "unlicensed-carrier"))
                    .as("what was going on goes on, and is not told again as another")
                    .isEqualTo(unlicensed);
            assertThat(second.incident(acknowledged)).contains("\"acknowledged\":{\"time\":");
            assertThat(Files.readAllBytes(journal))
                    .as("what was recorded stays")
                    .startsWith(told);

            Files.writeString(licences, "id,name,frequency_mhz,class\nX,Y,many,broadcast\n");
            awaitSaid(second, "the registers as they were are still in use");
            assertThat(second.said()).contains("licences.csv:2: ");

            Files.writeString(licences, "id,name,frequency_mhz,class\nBARE,Now Licensed,98.4,broadcast\n");
            new Journal(journal)
                    .await(lines -> verdicts(lines, 98_400_000).contains("licensed-out-of-parameters")
                            || verdicts(lines, 98_400_000).contains("licensed"));

            Files.writeString(
                    config, "detectors: {unlicensed-carrier: {escalate-after: 1 h}}\n", StandardOpenOption.APPEND);
            awaitSaid(second, "the rules have changed, and are used from now on");
            long rules = Files.size(journal);
            new Journal(journal).await(lines -> sizeOf(journal) > rules + 2000);
            second.stop();
            assertThat(second.said()).contains("the registers have changed", "stopped; the next run goes on");
            expectNoGap(new Journal(journal)
                    .records().stream()
                            .skip(toldBefore)
                            .filter(line -> line.path("type").asText().equals("receiver"))
                            .toList());
        }
        expectClosedWhereTheFeedIsGone(config, journal);
    }

    /** Otherwise people would be told of them for ever. */
    private static void expectClosedWhereTheFeedIsGone(Path config, Path journal) throws Exception {
        Set<String> open = openOf(new Journal(journal).records(), "roof");
        assertThat(open).isNotEmpty();
        Files.writeString(config, Files.readString(config).replace("name: roof", "name: mast"));
        try (Watching renamed = new Watching(config)) {
            new Journal(journal)
                    .await(lines -> openOf(lines, "roof").isEmpty()
                            && !openOf(lines, "mast").isEmpty());
            renamed.stop();
        }
        assertThat(Journal.incidents(new Journal(journal).records()))
                .filteredOn(incident -> open.contains(incident.path("id").asText())
                        && incident.path("state").asText().equals("closed"))
                .hasSameSizeAs(open)
                .allSatisfy(incident -> assertThat(incident.path("reasons").findValuesAsText("code"))
                        .endsWith("no-longer-followed"));
    }

    private static Set<String> openOf(List<JsonNode> records, String feed) {
        Set<String> open = new HashSet<>();
        for (JsonNode incident : Journal.incidents(records)) {
            if (incident.at("/subject/feed").asText().equals(feed)) {
                String id = incident.path("id").asText();
                open.removeIf(id::equals);
                if (incident.path("state").asText().equals("open")) {
                    open.addAll(List.of(id));
                }
            }
        }
        return open;
    }

    @Test
    void eachIncidentHasItsEvidence() throws Exception {
        Path config = config("evident", scene.licences());
        Files.writeString(
                config,
                "evidence: {before: 1 s, after: 1 s, ring: 30 s, least-free: 0 B}\n",
                StandardOpenOption.APPEND);
        Path evidence = folder.resolve("evident/evidence/incidents");
        try (Watching run = new Watching(config)) {
            new Journal(evidence.resolve("ledger.jsonl")).await(lines -> lines.size() == 3);
            Set<String> unlicensed =
                    Journal.ids(new Journal(folder.resolve("evident/journal.jsonl")).records(), "unlicensed-carrier");
            assertThat(unlicensed).hasSize(3);
            for (String id : unlicensed) {
                assertThat(BundleCheck.problems(evidence.resolve(id))).isEmpty();
                JsonNode measured = JSON.readTree(
                        evidence.resolve(id).resolve("measurement.json").toFile());
                assertThat(measured.at("/incident/id").asText()).isEqualTo(id);
                assertThat(measured.at("/carrier/snr_db").asDouble()).isBetween(8.0, 23.0);
            }
            run.showsEvidence(unlicensed);
            run.stop();
        }
    }

    @Test
    void tellsWhereAStoreOfOthersDoesNotAnswer() throws Exception {
        HttpServer store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        store.start();
        String url = "http://127.0.0.1:" + store.getAddress().getPort();
        Path config = config("stored", scene.licences());
        Files.writeString(config, Files.readString(config).replace("store: none", "store: " + url + "/bandwatch"));
        try (Watching run = new Watching(config)) {
            run.awaitHealth("\"ready\":true,");
            run.awaitHealth("{\"name\":\"store\",\"ready\":true}");
            store.stop(0);
            run.awaitHealth("{\"name\":\"store\",\"ready\":false,\"problem\":\"" + url + " does not answer");
            run.stop();
        } finally {
            store.stop(0);
        }
    }

    @Test
    void twoProcessesDoNotWorkInOneFolder() throws Exception {
        Path config = config("shared", scene.licences());
        try (DataFolder taken = DataFolder.claim(folder.resolve("shared"))) {
            assertThat(taken.isFresh()).isTrue();
            Assertions.assertThatThrownBy(
                            () -> new MonitorRun(ConfigFile.read(config), new PrintWriter(new StringWriter())).run())
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("another monitor works in it");
        }
    }

    private Path config(String name, Path licences) throws IOException {
        Path config = folder.resolve(name + ".yaml");
        Files.writeString(
                config,
                """
                data: %s
                store: none
                console: {port: 0, token-file: operator}
                every: 1 s
                checkpoint-every: 1 s
                registers: {licences: %s}
                sites:
                  - name: hill
                    receivers:
                      - {name: roof, address: "file:%s?loop=yes", sample-format: cs16, rate: 2.4 MS/s, center: 98 MHz}
                """
                        .formatted(
                                folder.resolve(name),
                                licences,
                                scene.recordings().get(0)));
        return config;
    }

    private static void awaitSaid(Watching run, String text) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!run.said().contains(text) && System.nanoTime() < endNs) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(run.said()).contains(text);
    }

    /** Registers and rules changed meanwhile; the receiver was open, and each of its samples is in one interval. */
    private static void expectNoGap(List<JsonNode> intervals) {
        assertThat(intervals).hasSizeGreaterThan(5);
        for (int i = 1; i < intervals.size(); i++) {
            JsonNode before = intervals.get(i - 1);
            Instant end = Instant.parse(before.path("time").asText())
                    .plusNanos(Math.round(before.path("duration_s").asDouble() * 1e9));
            JsonNode next = intervals.get(i);
            // journals tell milliseconds
            assertThat(Duration.between(end, Instant.parse(next.path("time").asText())))
                    .as("from %s to %s", before, next)
                    .isBetween(Duration.ofMillis(-1), Duration.ofMillis(1));
            if (next.path("openings").equals(before.path("openings"))) {
                // how late a busy machine reads the file says nothing
                for (String left : List.of("dropped_samples", "unmeasured_samples")) {
                    assertThat(next.path(left)).as("%s", next).isEqualTo(before.path(left));
                }
            }
            assertThat(next.path("measured_samples").asLong())
                    .as("counted from the same begin")
                    .isGreaterThan(before.path("measured_samples").asLong());
        }
    }

    private static Set<String> verdicts(List<JsonNode> records, long channelHz) {
        Set<String> verdicts = new HashSet<>();
        records.stream()
                .filter(record -> record.path("channel_hz").asLong() == channelHz)
                .forEach(record -> verdicts.add(record.path("verdict").asText()));
        return verdicts;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}

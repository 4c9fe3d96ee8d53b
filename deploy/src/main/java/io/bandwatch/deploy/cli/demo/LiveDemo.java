package io.bandwatch.deploy.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.RunningMonitor;
import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;

/**
 * The live service on the bundled night, which a receiver plays as if it were on air now, over and over; beside it one that nobody has
 * plugged in, since that happens too; with evidence, and pushes to somebody who prints them. Its data are those of the last demo only.
 */
final class LiveDemo implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final PrintWriter out;
    private final PushPrinter people;
    private final MonitorConfig config;
    private final RunningMonitor monitor;

    /** What is shown, and where. */
    record Show(RenderedScenario night, Optional<Path> television, String storeUrl, Locale locale, int port) {}

    private LiveDemo(Path folder, Show show, PrintWriter out, PrintWriter err) throws IOException {
        this.folder = folder;
        this.out = out;
        this.people = new PushPrinter(out);
        Path file = Files.writeString(folder.resolve("monitor.yaml"), yaml(show));
        this.config = ConfigFile.read(file);
        this.monitor = RunningMonitor.start(config, err);
    }

    /** @param folder for the service's data; what is there is removed */
    static LiveDemo start(Path folder, Show show, PrintWriter out, PrintWriter err) throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
        Files.createDirectories(folder);
        return new LiveDemo(folder, show, out, err);
    }

    private String yaml(Show show) throws IOException {
        String probe = show.television().isEmpty()
                ? ""
                : """
                    probes:
                      - {name: television, address: %s, decode: all}
                """
                        .formatted(quoted("file:" + show.television().get() + "?loop=yes"));
        return """
                # Written by the demo. deploy/config/monitor.example.yaml has everything that can be said.
                data: %s
                language: %s
                store: %s
                every: 5 s
                checkpoint-every: 1 s
                console: {port: %d}
                registers: {licences: %s}
                notifiers:
                  console-address: %s
                  channels:
                    - {name: you, type: webhook, address: %s, secret-file: %s}
                  rules:
                    - {name: all, severity: warning, to: [you], group: 2 s}
                evidence: {before: 5 s, after: 5 s, ring: 30 s, most: 1 GiB, least-free: 200 MiB}
                sites:
                  - name: North hill
                    latitude: 32.46 deg
                    longitude: 119.42 deg
                    receivers:
                      - {name: roof, address: %s, sample-format: cu8, rate: 2.4 MS/s, center: 98 MHz}
                      # nobody answers there: this is what a feed looks like that is lost
                      - {name: unplugged, address: "rtl_tcp://127.0.0.1:9", rate: 2.4 MS/s, center: 98 MHz}
                %s"""
                .formatted(
                        quoted(folder.resolve("data").toString()),
                        show.locale().toLanguageTag(),
                        quoted(show.storeUrl()),
                        show.port(),
                        quoted(show.night().licences().toString()),
                        quoted("http://127.0.0.1:" + show.port()),
                        quoted(people.address()),
                        quoted(secret().toString()),
                        quoted("file:" + samples(show.night()) + "?loop=yes"),
                        probe);
    }

    private static Path samples(RenderedScenario scene) {
        Path meta = scene.recordings().get(0);
        return meta.resolveSibling(meta.getFileName().toString().replace(".sigmf-meta", ".sigmf-data"));
    }

    /** JSON's texts are YAML's. */
    private static String quoted(String text) throws JsonProcessingException {
        return JSON.writeValueAsString(text);
    }

    private Path secret() throws IOException {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path file = folder.resolve("push-secret");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, HexFormat.of().formatHex(bytes), StandardOpenOption.WRITE);
    }

    /**
     * Waits until there is something of everything: an incident, its evidence, a push of it.
     *
     * @return whether that came in time
     * @throws JobFailedException if what was to show it has failed
     */
    boolean awaitShown(long patienceS) throws IOException, InterruptedException, JobFailedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceS);
        while (monitor.isRunning() && System.nanoTime() < endNs) {
            if (people.printed() > 0 && !evidence().isEmpty()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        if (!monitor.isRunning()) {
            // says why
            monitor.await();
        }
        return false;
    }

    private List<Path> evidence() throws IOException {
        Path bundles = Objects.requireNonNull(config.evidence()).bundles();
        if (!Files.isDirectory(bundles)) {
            return List.of();
        }
        try (Stream<Path> there = Files.list(bundles)) {
            return there.filter(bundle -> Files.exists(bundle.resolve("manifest.json")))
                    .sorted()
                    .toList();
        }
    }

    /** Says what was found so far. */
    void tell() throws IOException {
        out.printf("%n== live: the bundled night, as if it were on air now%n%n");
        LiveBoard board = new LiveBoard(config.data().resolve("journal.jsonl"));
        for (JsonNode incident : board.now().incidents()) {
            JsonNode subject = incident.path("subject");
            out.printf(
                    Locale.ROOT,
                    "%-20s %-12s since %s, %s%n",
                    incident.path("kind").asText(),
                    subject.has("channel_hz")
                            ? String.format(
                                    Locale.ROOT,
                                    "%.1f MHz",
                                    subject.path("channel_hz").asDouble() / 1e6)
                            : subject.path("feed").asText(),
                    incident.path("opened").asText(),
                    incident.path("state").asText());
        }
        for (Path bundle : evidence()) {
            out.printf("evidence: %s%n", bundle);
        }
        out.printf("pushes: %d%n", people.printed());
        out.flush();
    }

    @Override
    public void close() {
        monitor.close();
        people.close();
    }
}

package io.bandwatch.alerts.influx.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One process of {@code influxd} on a folder, from its start to its end. Beside its data stand its configuration, log and number. */
final class InfluxChild {
    /** Where it listens. */
    static final String LOOPBACK = "127.0.0.1";

    private static final String PID_FILE = "influxd.pid";
    private static final String CONFIG_FILE = "influxd.conf";
    private static final long STOP_TIMEOUT_S = 20;
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int POLL_MS = 20;

    private final Process process;
    private final Path log;

    private InfluxChild(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; it does not answer yet. The log of the one before is kept beside its own. */
    static InfluxChild start(Path binary, Path folder, int httpPort) throws IOException {
        Path config = folder.resolve(CONFIG_FILE);
        Files.writeString(config, configuration(folder, httpPort, freePort()));
        Path log = folder.resolve("influxd.log");
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("influxd-before.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder command = new ProcessBuilder(
                        ownSession(List.of(binary.toString(), "run", "-config", config.toString())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // such variables would override the configuration
        command.environment().keySet().removeIf(name -> name.startsWith("INFLUXDB_"));
        Process process = command.start();
        Files.writeString(folder.resolve(PID_FILE), Long.toString(process.pid()));
        return new InfluxChild(process, log);
    }

    /** A Ctrl-C goes to all programs of a terminal's session; this one is ended by us. */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of(SETSID.toString()));
        whole.addAll(command);
        return whole;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has ended. @return its exit status */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** The last line of its log. */
    String lastWords() throws IOException {
        // killed while it wrote, it may have left half a character
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.isEmpty() ? "none" : lines.get(lines.size() - 1);
    }

    /** Ends it, and waits for that. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the one that a killed process left behind on a folder, since two on one folder would destroy it. */
    static void stopLeftover(Path folder) throws IOException, InterruptedException {
        Path pidFile = folder.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).strip();
        Optional<ProcessHandle> leftover =
                pid.matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        String config = folder.resolve(CONFIG_FILE).toString();
        if (leftover.isPresent() && runsOn(leftover.get(), config)) {
            leftover.get().destroy();
            long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_TIMEOUT_S);
            while (leftover.get().isAlive() && System.nanoTime() < deadlineNs) {
                Thread.sleep(POLL_MS);
            }
        }
        forget(folder);
    }

    /** None runs on a folder any more. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(PID_FILE));
    }

    /** A process id may have been given to another program since. */
    private static boolean runsOn(ProcessHandle process, String config) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(config);
    }

    /** A port of loopback that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(Path folder, int httpPort, int rpcPort) {
        return """
                reporting-disabled = true
                bind-address = "%1$s:%3$d"
                [meta]
                  dir = %4$s
                [data]
                  dir = %5$s
                  wal-dir = %6$s
                  index-version = "tsi1"
                  query-log-enabled = false
                [monitor]
                  store-enabled = false
                [http]
                  bind-address = "%1$s:%2$d"
                  log-enabled = false
                [logging]
                  level = "warn"
                """
                .formatted(
                        LOOPBACK,
                        httpPort,
                        rpcPort,
                        quoted(folder.resolve("meta")),
                        quoted(folder.resolve("data")),
                        quoted(folder.resolve("wal")));
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

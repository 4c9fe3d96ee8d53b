package io.bandwatch.alerts.influx.embedded;

import io.bandwatch.alerts.report.file.WriterLock;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An {@code influxd} of our own: a child process on loopback, without authentication, with its own data folder. For demo,
 * tests and one workstation (InfluxDB 1.6.7 of Debian). It is stopped by {@link #close()}, or when this process ends; one
 * that a killed process left behind on the same folder is stopped before the next is started. One whose owner lives is left alone: a lock
 * in the folder says so.
 */
public final class EmbeddedInflux implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String DATABASE = "bandwatch";
    private static final String PID_FILE = "influxd.pid";
    private static final long START_TIMEOUT_MS = 30_000;
    private static final long STOP_TIMEOUT_S = 20;
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int POLL_MS = 20;
    private static final int PING_TIMEOUT_MS = 1_000;

    private final Path dataFolder;
    private final int httpPort;
    private final WriterLock lock;
    private final Process process;
    private final Thread stopAtExit;

    private EmbeddedInflux(Path dataFolder, int httpPort, WriterLock lock, Process process) {
        this.dataFolder = dataFolder;
        this.httpPort = httpPort;
        this.lock = lock;
        this.process = process;
        this.stopAtExit = new Thread(() -> stop(process), "stop-influxd");
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /**
     * Starts a store on a free port; returns when it answers.
     *
     * @param dataFolder its own folder, made if it is not there
     * @throws StoreTakenException if another process has its store there
     * @throws IOException if there is no {@code influxd}, or it does not start; the message says what to do
     */
    public static EmbeddedInflux start(Path dataFolder) throws IOException, InterruptedException {
        return start(dataFolder, freePort());
    }

    /** Starts a store on a given port of loopback. */
    public static EmbeddedInflux start(Path dataFolder, int httpPort) throws IOException, InterruptedException {
        Path binary = available()
                .orElseThrow(() -> new IOException("no influxd found: run ./bandwatch demo once, which fetches it, or"
                        + " name one in BANDWATCH_INFLUXD"));
        Path folder = dataFolder.toAbsolutePath();
        Files.createDirectories(folder);
        WriterLock lock = owned(folder);
        try {
            stopLeftover(folder);
            EmbeddedInflux started = new EmbeddedInflux(folder, httpPort, lock, run(binary, folder, httpPort));
            started.awaitReady();
            return started;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static WriterLock owned(Path folder) throws IOException {
        try {
            return WriterLock.await(folder.resolve("influxd"), Duration.ZERO);
        } catch (FileSystemException unwritable) {
            throw unwritable;
        } catch (IOException taken) {
            throw new StoreTakenException(folder, taken);
        }
    }

    private static Process run(Path binary, Path folder, int httpPort) throws IOException {
        Path config = folder.resolve("influxd.conf");
        Files.writeString(config, configuration(folder, httpPort, freePort()));
        ProcessBuilder command = new ProcessBuilder(
                        ownSession(List.of(binary.toString(), "run", "-config", config.toString())))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("influxd.log").toFile());
        // such variables would override the configuration
        command.environment().keySet().removeIf(name -> name.startsWith("INFLUXDB_"));
        Process process = command.start();
        Files.writeString(folder.resolve(PID_FILE), Long.toString(process.pid()));
        return process;
    }

    /** The program that would be started, if there is one. */
    public static Optional<Path> available() {
        return InfluxBinary.find(System.getenv(), System.getProperty("bandwatch.root"));
    }

    public String url() {
        return "http://" + LOOPBACK + ':' + httpPort;
    }

    public int httpPort() {
        return httpPort;
    }

    /** Name of the database to use; created by the first writer. */
    public String database() {
        return DATABASE;
    }

    /**
     * From now on it ends when it is closed, and not when this process is told to end: whoever closes it has something to write before.
     * Killed with everything, it is ended when the next one is started on its folder.
     */
    public EmbeddedInflux untilClosed() {
        boolean removed = Runtime.getRuntime().removeShutdownHook(stopAtExit);
        assert removed;
        return this;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_TIMEOUT_MS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadlineNs) {
                close();
                throw new IOException("influxd did not start; its last words: " + lastLogLine());
            }
            Thread.sleep(POLL_MS);
        }
    }

    /** Whether it answers now. */
    public boolean answers() {
        try {
            HttpURLConnection ping =
                    (HttpURLConnection) URI.create(url() + "/ping").toURL().openConnection();
            ping.setConnectTimeout(PING_TIMEOUT_MS);
            ping.setReadTimeout(PING_TIMEOUT_MS);
            try {
                return process.isAlive() && ping.getResponseCode() == HttpURLConnection.HTTP_NO_CONTENT;
            } finally {
                ping.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastLogLine() throws IOException {
        List<String> lines = Files.readAllLines(dataFolder.resolve("influxd.log"), StandardCharsets.UTF_8);
        return lines.isEmpty() ? "none" : lines.get(lines.size() - 1);
    }

    @Override
    public void close() throws IOException {
        stop(process);
        Files.deleteIfExists(dataFolder.resolve(PID_FILE));
        lock.close();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException exiting) {
            // the hook is what runs us
        }
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

    private static void stop(Process process) {
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

    /** Two servers on one folder would destroy it. */
    private static void stopLeftover(Path folder) throws IOException, InterruptedException {
        Path pidFile = folder.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).strip();
        Optional<ProcessHandle> leftover =
                pid.matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        String config = folder.resolve("influxd.conf").toString();
        if (leftover.isPresent() && runsOn(leftover.get(), config)) {
            leftover.get().destroy();
            long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_TIMEOUT_S);
            while (leftover.get().isAlive() && System.nanoTime() < deadlineNs) {
                Thread.sleep(POLL_MS);
            }
        }
        Files.delete(pidFile);
    }

    /** A process id may have been given to another program since. */
    private static boolean runsOn(ProcessHandle process, String config) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(config);
    }

    private static int freePort() throws IOException {
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

package io.bandwatch.alerts.influx.embedded;

import io.bandwatch.alerts.influx.StorePing;
import io.bandwatch.alerts.report.file.WriterLock;
import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An {@code influxd} of our own: a child process on loopback, without authentication, with its own data folder. For demo,
 * tests and one workstation (InfluxDB 1.6.7 of Debian). Where it ends by itself it is started again, until it is stopped by
 * {@link #close()}, or this process ends; one that a killed process left behind on the same folder is stopped before the next is started.
 * One whose owner lives is left alone: a lock in the folder says so.
 */
public final class EmbeddedInflux implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedInflux.class);
    private static final String DATABASE = "bandwatch";
    private static final long START_TIMEOUT_MS = 30_000;
    private static final int POLL_MS = 20;

    /** When one that has ended is started again; it is never given up. */
    private static final RetrySchedule AGAIN =
            new RetrySchedule(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(Long.MAX_VALUE));

    /** One that has run so long had no trouble to start. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Path binary;
    private final Path dataFolder;
    private final int httpPort;
    private final WriterLock lock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch = new Thread(this::watch, "influxd-watch");
    private final Thread stopAtExit = new Thread(this::end, "stop-influxd");
    private volatile InfluxChild child;

    private EmbeddedInflux(Path binary, Path dataFolder, int httpPort, WriterLock lock) throws IOException {
        this.binary = binary;
        this.dataFolder = dataFolder;
        this.httpPort = httpPort;
        this.lock = lock;
        this.child = InfluxChild.start(binary, dataFolder, httpPort);
        watch.setDaemon(true);
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
        return start(dataFolder, InfluxChild.freePort());
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
            InfluxChild.stopLeftover(folder);
            EmbeddedInflux started = new EmbeddedInflux(binary, folder, httpPort, lock);
            started.awaitReady();
            started.watch.start();
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

    /** The program that would be started, if there is one. */
    public static Optional<Path> available() {
        return InfluxBinary.find(System.getenv(), System.getProperty("bandwatch.root"));
    }

    public String url() {
        return "http://" + InfluxChild.LOOPBACK + ':' + httpPort;
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
        try {
            while (!answers()) {
                if (!child.isAlive() || System.nanoTime() > deadlineNs) {
                    throw new IOException("influxd did not start; its last words: " + child.lastWords());
                }
                Thread.sleep(POLL_MS);
            }
        } catch (IOException | InterruptedException failure) {
            close();
            throw failure;
        }
    }

    /** Whether it answers now. */
    public boolean answers() {
        return child.isAlive() && StorePing.ask(url()).isEmpty();
    }

    /** Starts it again whenever it has ended, at the same place. */
    private void watch() {
        try {
            for (int failures = 1; ; failures++) {
                long sinceNs = System.nanoTime();
                int status = child.awaitEnd();
                if (System.nanoTime() - sinceNs > SETTLED.toNanos()) {
                    failures = 1;
                }
                Duration pause = AGAIN.pauseAfter(failures);
                if (closing.getCount() > 0) {
                    LOG.warn(
                            "influxd on {} has ended with status {}; it is started again in {} s",
                            dataFolder,
                            status,
                            pause.toSeconds());
                }
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                startAgain();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgain() {
        if (closing.getCount() == 0) {
            return;
        }
        try {
            child = InfluxChild.start(binary, dataFolder, httpPort);
            LOG.info("influxd on {} is started again; it answers at {}", dataFolder, url());
        } catch (IOException failure) {
            LOG.warn("influxd on {} cannot be started: {}", dataFolder, failure.toString());
        }
    }

    private void end() {
        closing.countDown();
        synchronized (this) {
            child.stop();
        }
    }

    @Override
    public void close() throws IOException {
        end();
        InfluxChild.forget(dataFolder);
        lock.close();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException exiting) {
            // the hook is what runs us
        }
    }
}

package io.bandwatch.deploy.monitor;

import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.config.MonitorConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A live service under way, which is ended in order when it is closed, or when this process is told to end. */
public final class RunningMonitor implements AutoCloseable {
    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(90);

    private final MonitorRun run;
    private final Thread thread = new Thread(this::work, "monitor");
    private final Thread hook = new Thread(this::stopped, "stop-monitor");
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private RunningMonitor(MonitorRun run) {
        this.run = run;
    }

    /**
     * Begins to watch.
     *
     * @param err where people are told what happens
     */
    public static RunningMonitor start(MonitorConfig config, PrintWriter err) {
        return started(new MonitorRun(config, err));
    }

    /**
     * Begins to watch, and follows the file of the configuration.
     *
     * @param file that it was read from
     * @param err where people are told what happens
     */
    public static RunningMonitor start(MonitorConfig config, Path file, PrintWriter err) {
        return started(new MonitorRun(config, file, err));
    }

    private static RunningMonitor started(MonitorRun run) {
        RunningMonitor monitor = new RunningMonitor(run);
        Runtime.getRuntime().addShutdownHook(monitor.hook);
        monitor.thread.start();
        return monitor;
    }

    private void work() {
        try {
            run.run();
        } catch (IOException | JobFailedException | RuntimeException problem) {
            failure.set(problem);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it has neither ended nor failed. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /**
     * Waits until it has ended.
     *
     * @throws JobFailedException if the job failed
     * @throws IOException if a file could not be read or written
     */
    public void await() throws JobFailedException, IOException, InterruptedException {
        thread.join();
        Exception problem = failure.get();
        if (problem instanceof JobFailedException failed) {
            throw failed;
        }
        if (problem instanceof IOException unreadable) {
            throw unreadable;
        }
        if (problem instanceof RuntimeException unusable) {
            throw unusable;
        }
    }

    /** Tells it to end in order, and does not wait. */
    public void stop() {
        run.stop();
    }

    private void stopped() {
        stop();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            System.err.println(
                    "bandwatch: the job did not stop in order; the next run goes on from the last checkpoint");
        }
    }

    /** Ends it in order; what failed before is told by {@link #await}. */
    @Override
    public void close() {
        stopped();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends, and the hook runs anyway
            return;
        }
    }
}

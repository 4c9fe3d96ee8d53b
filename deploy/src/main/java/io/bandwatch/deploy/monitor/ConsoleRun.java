package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.influx.health.StoreHealthFile;
import io.bandwatch.alerts.report.file.WriterLock;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cluster.CheckpointPulse;
import io.bandwatch.deploy.config.MonitorConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The page of the live service, and the evidence of its incidents, beside a job that runs on a cluster. */
public final class ConsoleRun {
    private final MonitorConfig config;
    private final PrintWriter err;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param err where people are told what happens */
    public ConsoleRun(MonitorConfig config, PrintWriter err) {
        this.config = config;
        this.err = err;
    }

    /** Ends it. May be called by any thread. */
    public void stop() {
        stopped.countDown();
    }

    /**
     * Runs until it is stopped.
     *
     * @throws UnusableInputException if another console, or monitor, works in the data folder
     */
    public void run() throws IOException, InterruptedException {
        Path journal = DataFolder.journal(config.data());
        Readiness job = new Readiness("job", () -> problem(journal));
        // both are files in the folder that the job works in, wherever it runs
        Readiness checkpoints = new Readiness(
                "checkpoints", new CheckpointPulse(DataFolder.checkpoints(config.data()), System::nanoTime)::problem);
        Readiness store = new Readiness("store", new StoreHealthFile(DataFolder.spool(config.data()))::problem);
        try (Lookout lookout = Lookout.open(config, List.of(job, checkpoints, store), err)) {
            assert lookout != null;
            stopped.await();
        }
    }

    /** Whoever writes the journal has its lock; where a task is started again, nobody has it. */
    private static Optional<String> problem(Path journal) {
        try {
            return WriterLock.isHeld(journal) ? Optional.empty() : Optional.of("no job writes the journal");
        } catch (IOException unreadable) {
            return Optional.of("the data folder cannot be used: " + unreadable);
        }
    }
}

package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.influx.StorePing;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.alerts.influx.health.StoreHealthFile;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cluster.CheckpointPulse;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.cluster.LiveCluster;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.Instructions.Reading;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.flink.live.FeedHold;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of the live service. The job is stopped with a last checkpoint and started again from it where a register or a rule was changed, so
 * that what was going on goes on; feeds stay open meanwhile, and nothing of them is missed.
 */
public final class MonitorRun {
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(2);

    /** So many looks in a row without anybody who runs the tasks are no start that takes its time. */
    private static final int GONE_LOOKS = 15;

    private final MonitorConfig config;
    private final Instructions instructions;
    private final PrintWriter err;
    private final BlockingQueue<Boolean> stops = new LinkedBlockingQueue<>();

    /**
     * One that is not told anything of its configuration later.
     *
     * @param err where people are told what happens
     */
    public MonitorRun(MonitorConfig config, PrintWriter err) {
        this(config, null, err);
    }

    /**
     * One that follows the file of its configuration.
     *
     * @param file that the configuration was read from, or null
     * @param err where people are told what happens
     */
    public MonitorRun(MonitorConfig config, @Nullable Path file, PrintWriter err) {
        this.config = config;
        this.instructions = new Instructions(config, file, err);
        this.err = err;
    }

    /** Ends it in order. May be called by any thread. */
    public void stop() {
        boolean told = stops.add(true);
        assert told;
    }

    /**
     * Runs until it is stopped.
     *
     * @throws UnusableInputException if registers cannot be used, or another process works in the data folder
     * @throws JobFailedException if the job cannot be started, or ends by itself
     */
    public void run() throws IOException, InterruptedException, JobFailedException {
        Reading first = instructions.read();
        try (DataFolder data = DataFolder.claim(config.data());
                EmbeddedInflux store = config.store().kind() == StoreChoice.Kind.EMBEDDED ? store(data) : null) {
            List<Incident> left = data.begin(config.places().byFeed().keySet(), said -> tell("%s", said));
            AtomicReference<@Nullable LiveCluster> running = new AtomicReference<>();
            try (Lookout lookout = Lookout.open(config, works(store, running), err);
                    FeedHold hold = FeedHold.open()) {
                assert lookout != null;
                runJobs(first, left, data, hold, store, running);
            }
            tell("stopped; the next run goes on from here");
        }
    }

    private void runJobs(
            Reading first,
            List<Incident> leftBefore,
            DataFolder data,
            FeedHold hold,
            @Nullable EmbeddedInflux store,
            AtomicReference<@Nullable LiveCluster> running)
            throws JobFailedException, IOException, InterruptedException {
        Reading reading = first;
        List<Incident> left = leftBefore;
        while (reading != null) {
            try (LiveCluster cluster = started(reading, left, new ServiceJob(reading.config(), data, hold), store)) {
                hold.resumed();
                left = List.of();
                running.set(cluster);
                tell("%d feeds are watched; the journal is %s", config.feeds().size(), data.journal());
                reading = watched(reading, cluster);
                running.set(null);
                if (reading != null) {
                    hold.hold();
                }
                if (!cluster.stop()) {
                    // what feeds brought since the checkpoint before is lost to it, and they cannot go on from there
                    hold.letGo();
                    tell(
                            "the job was being started again, and could not make a last checkpoint; it goes on from the one before");
                }
            }
        }
    }

    private List<Readiness> works(@Nullable EmbeddedInflux store, AtomicReference<@Nullable LiveCluster> running) {
        List<Readiness> works = new ArrayList<>();
        works.add(new Readiness("job", () -> {
            LiveCluster cluster = running.get();
            return cluster != null && cluster.isRunning() ? Optional.empty() : Optional.of("the job does not run");
        }));
        works.add(new Readiness(
                "checkpoints", new CheckpointPulse(DataFolder.checkpoints(config.data()), System::nanoTime)::problem));
        // one that answers may take nothing
        StoreHealthFile written = new StoreHealthFile(DataFolder.spool(config.data()));
        String server = config.store().url();
        if (store != null) {
            works.add(new Readiness(
                    "store", () -> store.answers() ? written.problem() : Optional.of("influxd does not answer")));
        } else if (server != null) {
            StorePing ping = new StorePing(server, System::nanoTime);
            works.add(new Readiness("store", () -> ping.problem().or(written::problem)));
        }
        return works;
    }

    private static LiveCluster started(
            Reading reading, List<Incident> left, ServiceJob job, @Nullable EmbeddedInflux store)
            throws JobFailedException, IOException, InterruptedException {
        return LiveCluster.start(job.settings(), job.define(reading.judging(), left, store), "monitor");
    }

    /** Waits until it is stopped, or is told something else. @return how to go on, or null to stop */
    private @Nullable Reading watched(Reading before, LiveCluster cluster)
            throws InterruptedException, JobFailedException {
        String refused = before.fingerprint();
        SteadyFingerprint seen = new SteadyFingerprint(instructions::fingerprint, line -> tell("%s", line));
        int gone = 0;
        while (stops.poll(LOOKED_EVERY.toMillis(), TimeUnit.MILLISECONDS) == null) {
            gone = cluster.hasTaskManager() ? 0 : gone + 1;
            if (gone >= GONE_LOOKS) {
                throw new JobFailedException(new IllegalStateException(
                        "nobody runs the tasks of the job any more; the next run goes on from the last checkpoint"));
            }
            String now = seen.look().orElse(refused);
            if (now.equals(before.fingerprint()) || now.equals(refused)) {
                continue;
            }
            try {
                Reading next = instructions.read();
                if (next.rest() && !before.rest()) {
                    tell(
                            "of the configuration, rules, detectors and registers are used from now on; what else has changed, from the next start");
                }
                if (next.config().equals(before.config())) {
                    tell("the registers have changed, and are used from now on");
                } else {
                    tell("the rules have changed, and are used from now on");
                }
                return next;
            } catch (UnusableInputException problem) {
                problem.lines().forEach(line -> tell("%s", line));
                tell("the rules and the registers as they were are still in use");
                refused = now;
            } catch (IOException unreadable) {
                tell("registers cannot be read: %s", unreadable);
                refused = now;
            }
        }
        return null;
    }

    private EmbeddedInflux store(DataFolder data) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new UnusableInputException(List.of(
                    "store: embedded: no influxd found; run ./bandwatch demo once, which fetches it, or name one in"
                            + " BANDWATCH_INFLUXD"));
        }
        EmbeddedInflux started = StoreChoice.startEmbedded(data.store()).untilClosed();
        tell("time series go to %s, database %s", started.url(), config.store().database());
        return started;
    }

    private void tell(String format, Object... arguments) {
        err.printf("bandwatch: " + format + "%n", arguments);
        err.flush();
    }
}

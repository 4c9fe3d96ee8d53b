package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.console.Console;
import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.console.live.LiveConsole;
import io.bandwatch.alerts.console.live.LiveContent;
import io.bandwatch.alerts.console.live.OperatorToken;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.influx.EmbeddedInflux;
import io.bandwatch.alerts.journal.Acknowledgements;
import io.bandwatch.alerts.journal.JournalSink;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.alerts.journal.LiveRecords;
import io.bandwatch.alerts.push.service.PushSink;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.Outputs;
import io.bandwatch.deploy.Topology;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.cluster.LiveCluster;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.evidence.live.LiveEvidence;
import io.bandwatch.deploy.evidence.live.RingCarriers;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.flink.live.LiveFeedSource;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * One run of the live service. The job is stopped with a last checkpoint and started again from it where a register was changed, so
 * that what was going on goes on; feeds are opened anew by that, which takes seconds.
 */
public final class MonitorRun {
    private static final Duration REGISTERS_EVERY = Duration.ofSeconds(2);
    private static final int HASH_DIGITS = 12;

    private final MonitorConfig config;
    private final PrintWriter err;
    private final BlockingQueue<Boolean> stops = new LinkedBlockingQueue<>();

    /** @param err where people are told what happens */
    public MonitorRun(MonitorConfig config, PrintWriter err) {
        this.config = config;
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
        JudgingSettings judging = Judging.of(config, err);
        OperatorToken operator = operator();
        try (DataFolder data = DataFolder.claim(config.data());
                EmbeddedInflux store = config.store().kind() == StoreChoice.Kind.EMBEDDED ? store(data) : null) {
            if (data.isFresh()) {
                data.keepEarlierJournal();
            }
            RegisterWatch registers = new RegisterWatch(config.registers());
            AtomicReference<@Nullable LiveCluster> running = new AtomicReference<>();
            LiveBoard board = new LiveBoard(data.journal());
            EvidenceLedger ledger = ledger();
            LiveRecords records = new LiveRecords(board, ledger, new Acknowledgements(data.acknowledgements()));
            try (LiveEvidence evidence = evidence(board, ledger);
                    Console console =
                            console(new LiveContent(records, carriers(), checks(store, evidence, running), operator))) {
                tell("the console is at %s", console.url());
                runJobs(judging, data, store, registers, running);
            }
            tell("stopped; the next run goes on from here");
        }
    }

    private void runJobs(
            JudgingSettings first,
            DataFolder data,
            @Nullable EmbeddedInflux store,
            RegisterWatch registers,
            AtomicReference<@Nullable LiveCluster> running)
            throws JobFailedException, IOException, InterruptedException {
        JudgingSettings judging = first;
        while (judging != null) {
            String fingerprint = registers.fingerprint();
            try (LiveCluster cluster = started(judging, data, store)) {
                running.set(cluster);
                tell("%d feeds are watched; the journal is %s", config.feeds().size(), data.journal());
                judging = watched(registers, fingerprint);
                running.set(null);
                cluster.stop();
            }
        }
    }

    /** Read before anything is opened, so that nothing runs that nobody can change. */
    private @Nullable OperatorToken operator() {
        SecretSource token = config.console().token();
        try {
            return token == null
                    ? null
                    : new OperatorToken(token.read(System.getenv()).reveal());
        } catch (IllegalArgumentException unusable) {
            throw new UnusableInputException("console: " + unusable.getMessage(), unusable);
        }
    }

    private @Nullable RingCarriers carriers() {
        EvidenceConfig evidence = config.evidence();
        return evidence == null ? null : new RingCarriers(evidence, config.feeds());
    }

    private @Nullable EvidenceLedger ledger() throws IOException {
        EvidenceConfig evidence = config.evidence();
        return evidence == null ? null : new EvidenceLedger(evidence.bundles());
    }

    private @Nullable LiveEvidence evidence(LiveBoard board, @Nullable EvidenceLedger ledger) throws IOException {
        EvidenceConfig evidence = config.evidence();
        if (evidence == null || ledger == null) {
            return null;
        }
        LiveEvidence started = new LiveEvidence(evidence, config.feeds(), board, ledger);
        started.start();
        tell("evidence is kept in %s", evidence.folder());
        return started;
    }

    private static List<Readiness> checks(
            @Nullable EmbeddedInflux store,
            @Nullable LiveEvidence evidence,
            AtomicReference<@Nullable LiveCluster> running) {
        List<Readiness> checks = new ArrayList<>();
        checks.add(new Readiness("job", () -> {
            LiveCluster cluster = running.get();
            return cluster != null && cluster.isRunning() ? Optional.empty() : Optional.of("the job does not run");
        }));
        if (store != null) {
            checks.add(new Readiness(
                    "store", () -> store.answers() ? Optional.empty() : Optional.of("influxd does not answer")));
        }
        if (evidence != null) {
            checks.add(new Readiness("evidence", evidence::problem));
        }
        return checks;
    }

    private Console console(LiveContent content) {
        try {
            return LiveConsole.serve(
                    content, config.language(), config.console().port());
        } catch (BindException taken) {
            throw new UnusableInputException(taken.getMessage() + "; name another in 'console: {port: ...}'", taken);
        }
    }

    private LiveCluster started(JudgingSettings judging, DataFolder data, @Nullable EmbeddedInflux store)
            throws JobFailedException, IOException, InterruptedException {
        ClusterSettings settings =
                ClusterSettings.singleSlot().checkpointing(data.checkpoints(), config.checkpointEvery());
        StreamExecutionEnvironment environment = LiveCluster.environment(settings);
        new Topology(judging, true)
                .define(
                        environment
                                .fromSource(
                                        new LiveFeedSource(config.feeds(), null, preroll()),
                                        LiveFeedSource.watermarks(),
                                        "live-feeds")
                                // other feeds are another source: its state says which there are
                                .uid("live-feeds-" + hash(config.feeds().toString())),
                        new Outputs(
                                new JournalSink(data.journal()),
                                config.every(),
                                config.store().sink(store),
                                config.places(),
                                pushes(data),
                                null));
        return LiveCluster.start(settings, environment, "monitor");
    }

    private @Nullable PrerollSettings preroll() {
        EvidenceConfig evidence = config.evidence();
        return evidence == null ? null : evidence.preroll();
    }

    private static String hash(String feeds) {
        return RegisterFiles.sha256(feeds.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }

    /** Waits until it is stopped, or the registers are others. @return how to go on, or null to stop */
    private @Nullable JudgingSettings watched(RegisterWatch registers, String fingerprint) throws InterruptedException {
        String refused = fingerprint;
        while (stops.poll(REGISTERS_EVERY.toMillis(), TimeUnit.MILLISECONDS) == null) {
            String now = fingerprint(registers, refused);
            if (now.equals(fingerprint) || now.equals(refused)) {
                continue;
            }
            try {
                JudgingSettings judging = Judging.of(config, err);
                tell("the registers have changed, and are used from now on");
                return judging;
            } catch (UnusableInputException problem) {
                problem.lines().forEach(line -> tell("%s", line));
                tell("the registers as they were are still in use");
                refused = now;
            } catch (IOException unreadable) {
                tell("registers cannot be read: %s", unreadable);
                refused = now;
            }
        }
        return null;
    }

    /** A file that cannot be read for a moment, since somebody writes it, is looked at again. */
    private static String fingerprint(RegisterWatch registers, String otherwise) {
        try {
            return registers.fingerprint();
        } catch (UnusableInputException unreadable) {
            return otherwise;
        }
    }

    private EmbeddedInflux store(DataFolder data) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new UnusableInputException(List.of(
                    "store: embedded: no influxd found; run ./bandwatch demo once, which fetches it, or name one in"
                            + " BANDWATCH_INFLUXD"));
        }
        EmbeddedInflux started = EmbeddedInflux.start(data.store()).untilClosed();
        tell("time series go to %s, database %s", started.url(), config.store().database());
        return started;
    }

    private @Nullable PushSink pushes(DataFolder data) {
        PushSettings settings = config.pushes();
        return settings == null
                ? null
                : new PushSink(
                        settings,
                        data.outbox().toString(),
                        data.acknowledgements().toString());
    }

    private void tell(String format, Object... arguments) {
        err.printf("bandwatch: " + format + "%n", arguments);
        err.flush();
    }
}

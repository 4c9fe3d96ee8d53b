package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.console.Console;
import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.console.live.LiveConsole;
import io.bandwatch.alerts.console.live.LiveContent;
import io.bandwatch.alerts.console.live.OperatorToken;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.journal.Acknowledgements;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.alerts.journal.LiveRecords;
import io.bandwatch.alerts.push.service.PushHealthFile;
import io.bandwatch.alerts.push.settings.SecretSource;
import io.bandwatch.alerts.report.file.WriterLock;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.evidence.live.LiveEvidence;
import io.bandwatch.deploy.evidence.live.RingCarriers;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people have of the live service: its page with what they say there, and the evidence of incidents. All of it follows the journal, and
 * asks nothing of the job. One a data folder, since evidence and acknowledgements have one writer.
 */
final class Lookout implements AutoCloseable {
    private final WriterLock lock;
    private final @Nullable LiveEvidence evidence;
    private final Console console;

    /**
     * Opens it.
     *
     * @param works what must work for the service to be ready, beside evidence
     * @param err where people are told what happens
     * @throws UnusableInputException if another works in the data folder, its port is taken, or the operator's token cannot be read
     */
    static Lookout open(MonitorConfig config, List<Readiness> works, PrintWriter err) throws IOException {
        // read before anything is opened, so that nothing runs that nobody can change
        OperatorToken operator = operator(config);
        WriterLock lock = lock(config);
        try {
            return new Lookout(config, works, operator, err, lock);
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private Lookout(
            MonitorConfig config,
            List<Readiness> works,
            @Nullable OperatorToken operator,
            PrintWriter err,
            WriterLock lock)
            throws IOException {
        this.lock = lock;
        LiveBoard board = new LiveBoard(DataFolder.journal(config.data()));
        EvidenceConfig kept = config.evidence();
        EvidenceLedger ledger = kept == null ? null : new EvidenceLedger(kept.bundles());
        LiveRecords records =
                new LiveRecords(board, ledger, new Acknowledgements(DataFolder.acknowledgements(config.data())));
        List<Readiness> checks = new ArrayList<>(works);
        this.evidence = kept == null || ledger == null ? null : new LiveEvidence(kept, config.feeds(), board, ledger);
        if (kept != null && evidence != null) {
            evidence.start();
            checks.add(new Readiness("evidence", evidence::problem));
            err.printf("bandwatch: evidence is kept in %s%n", kept.folder());
        }
        PushHealthFile pushes = config.pushes() == null ? null : new PushHealthFile(DataFolder.outbox(config.data()));
        if (pushes != null) {
            checks.add(new Readiness("pushes", () -> pushes.problem(Clock.systemUTC())));
        }
        RingCarriers carriers = kept == null ? null : new RingCarriers(kept, config.feeds());
        try {
            this.console = LiveConsole.serve(
                    new LiveContent(records, carriers, pushes, checks, operator),
                    config.language(),
                    config.console().port());
        } catch (BindException taken) {
            closeEvidence();
            throw new UnusableInputException(taken.getMessage() + "; name another in 'console: {port: ...}'", taken);
        }
        err.printf("bandwatch: the console is at %s%n", console.url());
        err.flush();
    }

    private static @Nullable OperatorToken operator(MonitorConfig config) {
        SecretSource token = config.console().token();
        try {
            return token == null
                    ? null
                    : new OperatorToken(token.read(System.getenv()).reveal());
        } catch (IllegalArgumentException unusable) {
            throw new UnusableInputException("console: " + unusable.getMessage(), unusable);
        }
    }

    private static WriterLock lock(MonitorConfig config) throws IOException {
        Path folder = Files.createDirectories(config.data().toAbsolutePath().normalize());
        try {
            return WriterLock.await(folder.resolve("console"), Duration.ZERO);
        } catch (IOException taken) {
            throw new UnusableInputException(
                    folder + ": another console, or monitor, works in it; stop that one first", taken);
        }
    }

    private void closeEvidence() {
        if (evidence != null) {
            evidence.close();
        }
    }

    @Override
    public void close() throws IOException {
        console.close();
        closeEvidence();
        lock.close();
    }
}

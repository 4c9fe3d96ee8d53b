package io.bandwatch.deploy.cli.acceptance.kills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.Outside;
import io.bandwatch.deploy.cli.acceptance.service.Seconds;
import io.bandwatch.deploy.cli.acceptance.service.ServiceFile;
import io.bandwatch.deploy.cli.acceptance.service.ServiceProcess;
import io.bandwatch.deploy.cli.acceptance.service.TimeSeries;
import io.bandwatch.samples.receiver.RtlTcpServer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The live service, a process of its own with all stores, is killed at any moment and started again, while carriers of nobody come and go:
 * what it had recorded and told is there once afterwards.
 */
public final class KillsCheck implements AcceptanceCheck {
    private static final long SEED = 20_261_123;
    private static final int KILLS = 20;
    private static final long CENTER_HZ = 97_050_000L;
    private static final String RECEIVER = "roof-97";
    private static final double TAPE_S = 40;

    /** It is killed so long after it hears something: with a checkpoint behind it, before its first, or in the midst of one. */
    private static final Duration SOONEST = Duration.ofSeconds(1);

    private static final Duration LATEST = Duration.ofSeconds(35);

    /** What is told in the end: a tape is on air for 14 of 40 s, and minutes are told 30 s after their end. */
    private static final Duration LAST = Duration.ofSeconds(100);

    /** A carrier that has just come is not told yet. */
    private static final Duration NOT_JUDGED = Duration.ofSeconds(30);

    private static final long PATIENCE_S = 120;
    private static final long POLL_MS = 50;

    private final int kills;

    private KillsCheck(int kills) {
        this.kills = kills;
    }

    /** The whole check. */
    public static KillsCheck whole() {
        return new KillsCheck(KILLS);
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() != 1) {
            throw new IllegalArgumentException("has a number of kills only; choose it with --seeds, such as 1-3");
        }
        return new KillsCheck(Math.toIntExact(part.to()));
    }

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String statement() {
        return "Killed at any moment and started again, the live service has what was recorded once, in its journal and in its store, tells"
                + " each incident once, and calls nothing lost or faulty that was its own death.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new CheckImpossibleException("no influxd; run ./bandwatch demo once, which fetches it");
        }
        Path folder = bench.scratch();
        SplittableRandom random = new SplittableRandom(SEED);
        bench.tell("preparing what the receiver hears");
        try (Outside outside = Outside.made(folder, TAPE_S, List.of(CENTER_HZ), false, 1)) {
            Path config = ServiceFile.written(folder, outside, Duration.ofSeconds(1));
            RtlTcpServer receiver = Objects.requireNonNull(outside.receivers().get(RECEIVER));
            for (int kill = 1; kill <= kills; kill++) {
                Duration after =
                        SOONEST.plusMillis(random.nextLong(LATEST.minus(SOONEST).toMillis()));
                bench.tell("is killed after %.1f s, %d of %d times", after.toMillis() / 1e3, kill, kills);
                try (ServiceProcess service = started(config, folder.resolve("service-" + kill + ".log"), receiver)) {
                    TimeUnit.MILLISECONDS.sleep(after.toMillis());
                    service.kill();
                }
            }
            try (ServiceProcess service = started(config, folder.resolve("service.log"), receiver)) {
                bench.tell("runs for %d s more", LAST.toSeconds());
                TimeUnit.MILLISECONDS.sleep(LAST.toMillis());
                String end = Instant.now().minus(NOT_JUDGED).toString();
                boolean inOrder = service.stop();
                return judged(folder, outside, end, inOrder);
            }
        }
    }

    private static ServiceProcess started(Path config, Path log, RtlTcpServer receiver)
            throws IOException, InterruptedException {
        long before = receiver.connections();
        ServiceProcess service = ServiceProcess.start(config, log);
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (receiver.connections() == before) {
            if (System.nanoTime() > endNs) {
                service.close();
                throw new IOException("the service did not listen again; see what it said: " + Files.readString(log));
            }
            Thread.sleep(POLL_MS);
        }
        return service;
    }

    /** What is in the folder when nothing runs on it any more. */
    private Count judged(Path folder, Outside outside, String end, boolean inOrder)
            throws IOException, InterruptedException {
        Path data = ServiceFile.data(folder);
        Seconds seconds;
        try (EmbeddedInflux store = EmbeddedInflux.start(data.resolve("influxdb"))) {
            seconds = Seconds.of(data.resolve("journal.jsonl"), new TimeSeries(store.url()));
        }
        List<String> broken = new ArrayList<>();
        try (DirectoryStream<Path> bundles =
                Files.newDirectoryStream(data.resolve("evidence/incidents"), each -> Files.isDirectory(each))) {
            for (Path bundle : bundles) {
                broken.addAll(BundleCheck.problems(bundle));
            }
        }
        KillsTally tally = new KillsTally(kills, seconds, Journal.read(data), broken, end);
        ObjectNode figures = tally.figures(outside.people());
        figures.put("stopped_in_order", inOrder);
        return new Count(tally.holds(outside.people()) && inOrder, figures);
    }
}

package io.bandwatch.deploy.cli.acceptance.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.service.Accounts;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.MulticastSender;
import io.bandwatch.deploy.cli.acceptance.service.Outside;
import io.bandwatch.deploy.cli.acceptance.service.ServiceFile;
import io.bandwatch.deploy.cli.acceptance.service.ServiceProcess;
import io.bandwatch.deploy.cli.acceptance.service.SmallDisk;
import io.bandwatch.deploy.cli.acceptance.service.TimeSeries;
import io.bandwatch.samples.receiver.RtlTcpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The live service, a process of its own with all stores, while a receiver goes and comes back, one falls silent, a probe is dead, the
 * service gets no processor time, the clock of the day is set, and the disk of the evidence is full: what was sent is accounted for, and nothing is told but what was.
 */
public final class FaultsCheck implements AcceptanceCheck {
    /** Before the first fault, until code is compiled; between two; and how long each lasts. */
    private static final Duration WARM = Duration.ofSeconds(60);

    private static final Duration CALM = Duration.ofSeconds(40);
    private static final Duration AWAY = Duration.ofSeconds(25);
    private static final Duration HALF_OPEN = Duration.ofSeconds(40);
    private static final Duration STUCK = Duration.ofSeconds(10);
    private static final Duration SLOW = Duration.ofSeconds(25);
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final Duration STEPPED = Duration.ofSeconds(60);
    private static final Duration FULL = Duration.ofSeconds(60);

    /** Room for rings, and for the evidence of four minutes. */
    private static final long DISK_BYTES = 3L << 30;

    /** Where the receiver stays that fails, and the one that does not. */
    private static final List<Long> CENTERS_HZ = List.of(97_050_000L, 90_050_000L);

    private static final String FAILING = "roof-97";
    private static final String PROBE = "mux-1";
    private static final int MULTIPLEXES = 2;
    private static final double TAPE_S = 40;

    private static final Duration NOT_JUDGED = Duration.ofSeconds(5);
    /** What a lost feed explained is told two minutes after it came back. */
    private static final long SETTLE_S = 180;

    private static final long POLL_MS = 2000;

    /** Makes something fail, or mends it. */
    @FunctionalInterface
    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String statement() {
        return "While a receiver goes and comes back, falls silent with its connection open, a probe is dead, the service gets no"
                + " processor time, the clock is set by two minutes and back and the disk of the evidence is full, no sample or packet is"
                + " lost or counted twice, a dead feed is told as lost, what evidence is missing is told with its reason, and nothing"
                + " else is told that was not.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (EmbeddedInflux.available().isEmpty()) {
            throw new CheckImpossibleException("no influxd; run ./bandwatch demo once, which fetches it");
        }
        Path folder = bench.scratch();
        SteppedClock clock = SteppedClock.right(folder);
        bench.tell("preparing what the receivers hear");
        try (Outside outside = Outside.made(folder, TAPE_S, CENTERS_HZ, false, MULTIPLEXES);
                SmallDisk disk = SmallDisk.mounted(ServiceFile.evidence(folder), DISK_BYTES);
                ServiceProcess service = ServiceProcess.start(
                        ServiceFile.written(folder, outside), folder.resolve("service.log"), clock.environment())) {
            String store = service.said("time series go to ").replaceAll(",.*", "");
            outside.awaitHeard();
            sleep(WARM);
            List<Fault> faults = faults(bench, outside, service, clock, disk);
            String end = Instant.now().minus(NOT_JUDGED).toString();
            outside.endSending();
            bench.tell("nothing is sent any more");
            FaultsTally tally = settled(folder, outside, new TimeSeries(store), faults, end);
            ObjectNode figures = tally.figures(outside.people());
            boolean inOrder = service.stop();
            figures.put("stopped_in_order", inOrder);
            return new Count(tally.holds(outside.people()) && inOrder, figures);
        }
    }

    private static List<Fault> faults(
            SceneBench bench, Outside outside, ServiceProcess service, SteppedClock clock, SmallDisk disk)
            throws IOException, InterruptedException {
        RtlTcpServer receiver = Objects.requireNonNull(outside.receivers().get(FAILING));
        MulticastSender probe = Objects.requireNonNull(outside.multiplexes().get(PROBE));
        List<Fault> faults = new ArrayList<>();
        faults.add(fault(bench, "receiver gone and back", FAILING, AWAY, receiver::leave, receiver::comeBack));
        faults.add(fault(
                bench,
                "receiver silent, connection open",
                FAILING,
                HALF_OPEN,
                receiver::fallSilent,
                receiver::comeBack));
        faults.add(fault(bench, "probe dead", PROBE, AWAY, () -> probe.silence(true), () -> probe.silence(false)));
        faults.add(fault(bench, Fault.STUCK, null, STUCK, service::suspend, service::resume));
        BusyMachine busy = new BusyMachine();
        faults.add(fault(
                bench,
                Fault.SLOW,
                null,
                SLOW,
                () -> {
                    service.yieldToOthers();
                    busy.begin();
                },
                () -> {
                    busy.end();
                    service.yieldNoMore();
                }));
        faults.add(fault(
                bench,
                "clock set ahead and back",
                null,
                STEPPED,
                () -> clock.set(STEP),
                () -> clock.set(Duration.ZERO)));
        faults.add(fault(bench, Fault.FULL_DISK, null, FULL, disk::fill, disk::empty));
        return List.copyOf(faults);
    }

    private static Fault fault(
            SceneBench bench, String name, @Nullable String feed, Duration length, Step breaking, Step mending)
            throws IOException, InterruptedException {
        bench.tell("%s, for %d s", name, length.toSeconds());
        Instant from = Instant.now();
        breaking.take();
        sleep(length);
        Instant until = Instant.now();
        mending.take();
        sleep(CALM);
        return new Fault(name, feed, from, until);
    }

    private static void sleep(Duration length) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
    }

    private static FaultsTally settled(Path folder, Outside outside, TimeSeries series, List<Fault> faults, String end)
            throws IOException, InterruptedException {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_S);
        while (true) {
            Journal journal = Journal.read(ServiceFile.data(folder));
            FaultsTally tally = new FaultsTally(faults, Accounts.of(outside, journal, series), journal, end);
            if (tally.isSettled(outside.people()) || System.nanoTime() > untilNs) {
                return tally;
            }
            Thread.sleep(POLL_MS);
        }
    }
}

package io.bandwatch.deploy.cli.acceptance.decoders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.ProcessSize;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Several services of a multiplex are decoded in real time for half an hour, while beside them decoders are built and taken
 * apart. Threads, handles and memory of this process and of each decoder process are read all the time, and compared between
 * the time after warming up and the end.
 */
public final class DecodersCheck implements AcceptanceCheck {
    /** Of a collector's heap, what is free and not yet given back. */
    private static final double MEMORY_SHARE = 0.10;

    private static final int CYCLES = 200;
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final int READINGS = 60;
    private static final int WARM_UP_SHARE = 6;

    private final int cycles;
    private final Duration length;

    /**
     * A check of so many cycles in so long a time.
     *
     * @param cycles decoders built and taken apart
     * @param length how long the services are decoded
     */
    public DecodersCheck(int cycles, Duration length) {
        this.cycles = cycles;
        this.length = length;
    }

    /** As the record wants it. */
    public static DecodersCheck whole() {
        return new DecodersCheck(CYCLES, LENGTH);
    }

    @Override
    public String name() {
        return "decoders";
    }

    @Override
    public String statement() {
        return "In half an hour of decoding, and over 200 decoders built and taken apart, threads, file handles and"
                + " resident memory do not grow.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        if (!ProcessSize.isTold()) {
            throw new CheckImpossibleException("this system does not tell what processes hold; there is no /proc");
        }
        LoopedMultiplex multiplex = LoopedMultiplex.made(bench.scratch());
        List<SizedProcesses> readings = new ArrayList<>();
        int built = 0;
        long beganNs = System.nanoTime();
        try (RealTimeServices services = RealTimeServices.started(multiplex)) {
            SizedProcesses start = SizedProcesses.now(services.processes());
            for (int reading = 1; reading <= READINGS; reading++) {
                long atNs = beganNs + length.toNanos() / READINGS * reading;
                int due = (int) ((long) cycles * reading / READINGS);
                for (; built < due; built++) {
                    cycle(multiplex);
                }
                sleepUntil(atNs);
                readings.add(SizedProcesses.now(services.processes()));
                if (reading % 10 == 0) {
                    bench.tell("%d of %d readings, %d decoders built and taken apart", reading, READINGS, built);
                }
            }
            services.check();
            return counted(start, readings, built, services, (System.nanoTime() - beganNs) * 1e-9);
        }
    }

    /** Builds a decoder, has it bring something, and takes it apart in mid-work. */
    private void cycle(LoopedMultiplex multiplex) throws IOException, InterruptedException {
        try (WatchedService service =
                new WatchedService("cycle", multiplex.programmes().get(0))) {
            service.take(multiplex.bytes(), 0, multiplex.bytes().length / multiplex.seconds());
            service.awaitHeard();
        }
    }

    private static void sleepUntil(long ns) throws InterruptedException {
        long leftMs = (ns - System.nanoTime()) / 1_000_000;
        if (leftMs > 0) {
            Thread.sleep(leftMs);
        }
    }

    private Count counted(
            SizedProcesses start, List<SizedProcesses> readings, int built, RealTimeServices services, double seconds) {
        int warm = readings.size() / WARM_UP_SHARE;
        SizedProcesses warmed = SizedProcesses.median(readings.subList(warm, 2 * warm));
        SizedProcesses end = SizedProcesses.median(readings.subList(readings.size() - warm, readings.size()));
        boolean holds = end.haveNotGrownSince(warmed, MEMORY_SHARE)
                && built == cycles
                && seconds >= length.toSeconds()
                && services.restarts() == 0;
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("seconds", Math.round(seconds));
        figures.put("seconds_decoded_of_each_service", services.seconds());
        figures.put("decoders_built_and_taken_apart", built);
        figures.put("decoder_restarts", services.restarts());
        figures.put("decoder_faults", services.faults());
        figures.set("at_start", start.figures());
        figures.set("after_warming_up", warmed.figures());
        figures.set("at_end", end.figures());
        return new Count(holds, figures);
    }
}

package io.bandwatch.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.replay.ReplayRequest;
import io.bandwatch.deploy.replay.ReplayRun;
import io.bandwatch.deploy.replay.ResultFormat;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.ServiceChoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.util.FileUtils;

/**
 * A gigabyte of transport stream out of the page cache, measured on one core, in turn with what other programs need for the
 * same file. Everything is run once before, so that code is compiled and the file is cached.
 */
public final class TsBench {
    private static final int ROUNDS = 7;
    private static final int JOBS = 3;
    private static final int BLOCK_BYTES = 1 << 19;

    private final Path root;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * A benchmark.
     *
     * @param root folder of the checkout; the multiplex is made once, below its {@code .bandwatch}
     * @param out where the figures go
     * @param err where people are told what takes long
     */
    public TsBench(Path root, PrintWriter out, PrintWriter err) {
        this.root = root;
        this.out = out;
        this.err = err;
    }

    /** Measures. */
    public void run() throws Exception {
        BenchMultiplex multiplex = BenchMultiplex.made(root, err);
        double gigabytes = Files.size(multiplex.file()) / 1e9;
        StreamPass packets = StreamPass.packetChecks(multiplex.recording(), BLOCK_BYTES);
        StreamPass all = StreamPass.allChecks(multiplex.recording());
        Figures packetChecks = new Figures("packet checks alone", () -> threadCpuS(packets));
        Figures allChecks = new Figures("all checks on", () -> threadCpuS(all));
        List<Figures> peers = peers(multiplex.file());
        List<Figures> everything = new ArrayList<>(List.of(packetChecks, allChecks));
        everything.addAll(peers);
        long count = packets.run();
        out.printf(
                Locale.ROOT, "%.3f GB, %d packets, three programmes; processor seconds for a GB%n", gigabytes, count);
        for (int round = -1; round < ROUNDS; round++) {
            for (Figures figures : everything) {
                figures.measure(round >= 0);
            }
        }
        everything.forEach(figures -> out.println(figures.told(gigabytes)));
        compare(packetChecks, peers, "tsreport");
        compare(allChecks, peers, "ffmpeg");
        out.printf(Locale.ROOT, "%-52s %8.2f%n", "bytes allocated a packet, packet checks", bytesAPacket(packets));
        out.printf(Locale.ROOT, "%-52s %8.2f%n", "bytes allocated a packet, all checks", bytesAPacket(all));
        Figures job = new Figures("whole job, all threads", () -> jobCpuS(multiplex.file()));
        for (int round = -1; round < JOBS; round++) {
            job.measure(round >= 0);
        }
        out.println(job.told(gigabytes));
        out.flush();
    }

    private List<Figures> peers(Path file) throws IOException, InterruptedException {
        List<Figures> installed = new ArrayList<>();
        for (Peer peer : List.of(Peer.tsreport(), Peer.ffmpegCopy(), Peer.ffprobe())) {
            if (peer.installed()) {
                installed.add(new Figures(peer.name(), () -> peer.cpuS(file)));
            } else {
                err.printf(
                        "bandwatch: no %s to compare with; install it with apt-get install -y %s%n",
                        peer.command().get(0), peer.debianPackage());
                err.flush();
            }
        }
        return installed;
    }

    private void compare(Figures ours, List<Figures> peers, String program) {
        peers.stream()
                .filter(peer -> peer.name().startsWith(program + " "))
                .forEach(peer -> out.println(ours.comparedWith(peer)));
    }

    private double threadCpuS(StreamPass pass) throws IOException {
        long before = threads.getCurrentThreadCpuTime();
        pass.run();
        return (threads.getCurrentThreadCpuTime() - before) * 1e-9;
    }

    private double bytesAPacket(StreamPass pass) throws IOException {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        long packets = pass.run();
        return (double) (threads.getThreadAllocatedBytes(thread) - before) / packets;
    }

    /** A replay into JSON Lines, start and end of its cluster included. */
    private double jobCpuS(Path file) throws IOException, InterruptedException, JobFailedException {
        Path scratch = Files.createTempDirectory("bandwatch-bench-");
        try {
            ReplayRequest request = new ReplayRequest(
                    List.of(FeedSpec.parse(file.toString())),
                    RecordingOptions.NONE,
                    ServiceChoice.NONE,
                    new ReplayRequest.Registers(null, null, null, null, null),
                    new ReplayRequest.Result(
                            ResultFormat.JSONL, scratch.resolve("result.jsonl"), null, null, Locale.ROOT),
                    StoreChoice.parse("none"),
                    null);
            PrintWriter silent = new PrintWriter(Writer.nullWriter());
            long before = process.getProcessCpuTime();
            new ReplayRun(request, silent).run(silent);
            return (process.getProcessCpuTime() - before) * 1e-9;
        } finally {
            FileUtils.deleteDirectoryQuietly(scratch.toFile());
        }
    }
}

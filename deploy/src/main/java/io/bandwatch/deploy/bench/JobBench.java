package io.bandwatch.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.report.JsonLinesSink;
import io.bandwatch.alerts.report.SpectraSink;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.Outputs;
import io.bandwatch.deploy.Topology;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.cluster.LocalCluster;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.deploy.site.Site;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.flink.RecordingSource;
import io.bandwatch.ingest.frames.Measuring;
import io.bandwatch.ingest.programme.Prints;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/**
 * A whole job over a bundled scene that is played in a loop, with everything on but the time-series store: register, records
 * every second, pictures.
 */
public final class JobBench {
    private static final double WARM_UP_S = 10;
    private static final double MEBI = 1024 * 1024;
    private static final double MEGA = 1e6;

    private final Path root;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * A benchmark.
     *
     * @param root folder of the checkout; scenes are rendered once, below its {@code .bandwatch}
     * @param out where the figures go
     * @param err where people are told what takes long
     */
    public JobBench(Path root, PrintWriter out, PrintWriter err) {
        this.root = root;
        this.out = out;
        this.err = err;
    }

    /** Plays a scene for 10 s to warm up, then measures. */
    public void run(String scene, Duration duration)
            throws IOException, InterruptedException, JobFailedException, UnusableRecordingException {
        BenchScene played = BenchScene.rendered(root, scene, err);
        Path scratch = Files.createTempDirectory("bandwatch-bench-");
        try {
            measure(played, duration.toNanos() * 1e-9, scratch);
        } finally {
            FileUtils.deleteDirectoryQuietly(scratch.toFile());
        }
    }

    private void measure(BenchScene scene, double measuredS, Path scratch)
            throws IOException, InterruptedException, JobFailedException {
        IqLayout layout = (IqLayout) scene.recording().layout();
        int sampleBytes = layout.format().sampleBytes();
        int frame = BandSettings.of(layout.rateHz(), layout.centerHz()).frameSamples();
        long warm = (long) Math.ceil(WARM_UP_S * layout.rateHz() / frame) * frame;
        long all = warm + (long) Math.ceil(measuredS * layout.rateHz() / frame) * frame;
        Load load = new Load();
        AtomicReference<Load.Moment> begin = new AtomicReference<>(load.now());
        Path pipe = scratch.resolve("feed." + layout.format().label());
        try (LoopedFeed feed =
                new LoopedFeed(pipe, Path.of(scene.recording().path()), all * sampleBytes, warm * sampleBytes, () -> {
                    load.forgetWorst();
                    begin.set(load.now());
                })) {
            feed.start();
            runJob(scene, pipe, scratch);
            Load.Moment end = load.now();
            feed.check();
            tell(scene, Objects.requireNonNull(begin.get()), end, (all - warm) / layout.rateHz());
            JsonNode summary = summary(scratch.resolve("result.jsonl"));
            double lostS = all / layout.rateHz() - summary.get("duration_s").asDouble();
            out.printf(
                    Locale.ROOT,
                    "%-40s %10d%n%-40s %10d%n",
                    "frames dropped",
                    Math.round(lostS / BandSettings.FRAME_S),
                    "carriers told",
                    summary.get("carriers").asLong());
            out.flush();
        }
    }

    private void runJob(BenchScene scene, Path pipe, Path scratch)
            throws IOException, InterruptedException, JobFailedException {
        Recording recording = scene.recording();
        Recording looped = new Recording(
                "bench",
                pipe.toString(),
                recording.compression(),
                recording.start(),
                recording.timeKnown(),
                recording.layout(),
                Recording.UNKNOWN_DURATION);
        ZoneId zone = Site.DEFAULT.timezone();
        JudgingSettings judging =
                JudgingSettings.of(RegisterFiles.licences(scene.licences(), zone), MaintenancePlan.NONE, zone);
        SummarySeed seed = new SummarySeed(1, Map.of(), null, null, null);
        Outputs outputs = new Outputs(
                new JsonLinesSink(scratch.resolve("result.jsonl"), seed),
                Duration.ofSeconds(1),
                new SpectraSink(scratch.resolve("spectra.jsonl")));
        LocalCluster cluster = new LocalCluster(ClusterSettings.singleSlot());
        StreamExecutionEnvironment environment = cluster.environment();
        new Topology(judging)
                .define(
                        environment
                                .fromSource(
                                        new RecordingSource(
                                                List.of(looped),
                                                new Measuring(Site.DEFAULT.deEmphasisS(), Prints.SOUND)),
                                        RecordingSource.watermarks(),
                                        "recordings")
                                .uid("recordings"),
                        outputs);
        cluster.run(environment, "bench");
    }

    private void tell(BenchScene scene, Load.Moment begin, Load.Moment end, double signalS) {
        double wallS = (end.wallNs() - begin.wallNs()) * 1e-9;
        double cpuS = (end.cpuNs() - begin.cpuNs()) * 1e-9;
        out.printf("%s, %.0f s of signal through the whole job%n", scene.name(), signalS);
        row("times real time", signalS / wallS);
        row("CPU seconds per second of signal", cpuS / signalS);
        double allocatedMb = (end.allocatedBytes() - begin.allocatedBytes()) / MEGA;
        row("allocated, MB per second", allocatedMb / wallS);
        row("allocated, MB per second of signal", allocatedMb / signalS);
        row("longest pause of the collector, ms", (double) end.longestPauseMs());
        row("largest heap, MiB", end.largestHeapBytes() / MEBI);
        row("heap allowed, MiB", Runtime.getRuntime().maxMemory() / MEBI);
    }

    private void row(String what, double value) {
        out.printf(Locale.ROOT, "%-40s %10.2f%n", what, value);
    }

    private static JsonNode summary(Path result) throws IOException {
        List<String> lines = Files.readAllLines(result);
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }
}

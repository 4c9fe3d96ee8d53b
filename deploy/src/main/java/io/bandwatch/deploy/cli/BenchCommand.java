package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.bench.JobBench;
import io.bandwatch.deploy.bench.ProbeBench;
import io.bandwatch.deploy.bench.PsdBench;
import io.bandwatch.deploy.bench.TsBench;
import io.bandwatch.deploy.bench.av.AvBench;
import io.bandwatch.deploy.bench.clips.FingerprintBench;
import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.cli.usage.QuantityConverters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures throughput on this machine. */
@Command(
        name = "bench",
        description = "Measures throughput on this machine.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "psd",
            description = {
                "psd: reading, spectrum and carrier finding on one core (default)",
                "band: 60 stations in 25 MS/s through the whole job",
                "station: 8 stations in 2.4 MS/s through the whole job",
                "ts: a transport stream of 1 GB on one core, beside what other programs need",
                "fingerprint: prints of sound on one core, beside Chromaprint's",
                "av: decoding and measuring a service in high and in standard definition, beside ffmpeg",
                "probes: multiplexes over UDP on loopback through the whole job"
            })
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Name name;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "20s",
            converter = QuantityConverters.Span.class,
            description =
                    "signal that band, station and probes are measured over, behind 10 s to warm up; 20s if not given")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Duration duration;

    @Option(
            names = "--feeds",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "multiplexes of probes; 20 if not given")
    private int feeds;

    @Option(
            names = "--rate",
            paramLabel = "MBIT",
            defaultValue = "40",
            description = "rate of each multiplex of probes, Mbit/s; 40 if not given")
    private double rateMbps;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** The benchmarks. */
    enum Name {
        PSD,
        BAND,
        STATION,
        TS,
        FINGERPRINT,
        AV,
        PROBES
    }

    @Override
    public Integer call() throws Exception {
        switch (name) {
            case PSD -> new PsdBench(spec.commandLine().getOut()).run();
            case BAND -> job().run("busy-band", duration);
            case STATION -> job().run("one-receiver", duration);
            case TS ->
                new TsBench(
                                root(),
                                spec.commandLine().getOut(),
                                spec.commandLine().getErr())
                        .run();
            case FINGERPRINT ->
                new FingerprintBench(
                                spec.commandLine().getOut(), spec.commandLine().getErr())
                        .run();
            case AV ->
                new AvBench(
                                root(),
                                spec.commandLine().getOut(),
                                spec.commandLine().getErr())
                        .run();
            case PROBES -> probes();
        }
        return ExitCode.FINISHED;
    }

    private void probes() throws Exception {
        if (feeds < 1 || !(rateMbps > 0)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--feeds must be at least 1 and --rate more than 0 Mbit/s");
        }
        new ProbeBench(spec.commandLine().getOut()).run(feeds, rateMbps * 1e6, duration);
    }

    private JobBench job() {
        CommandLine command = spec.commandLine();
        return new JobBench(root(), command.getOut(), command.getErr());
    }

    private static Path root() {
        return Path.of(System.getProperty("bandwatch.root", "."));
    }
}

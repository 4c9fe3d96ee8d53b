package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.bench.PsdBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
            description = "psd: reading, spectrum and carrier finding on one core (default)")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Name name;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** The benchmarks. */
    enum Name {
        PSD
    }

    @Override
    public Integer call() throws Exception {
        switch (name) {
            case PSD -> new PsdBench(spec.commandLine().getOut()).run();
        }
        return ExitCode.FINISHED;
    }
}

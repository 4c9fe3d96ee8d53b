package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.MonitorRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The live service on this machine. */
@Command(
        name = "monitor",
        description = "Watches live feeds until Ctrl-C: receivers and probes in, journal and time series out."
                + " Stopped or killed, the next run goes on where this one was.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class MonitorCommand implements Callable<Integer> {
    private static final long PATIENCE_S = 90;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "sites, feeds, registers, detectors, store: see docs/monitor.md")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path config;

    @Option(names = "--check", description = "read the configuration, say what it means, and end")
    private boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        MonitorConfig read = ConfigFile.read(config);
        if (check) {
            spec.commandLine().getOut().print(ConfigSummary.of(read));
            spec.commandLine().getOut().flush();
            return ExitCode.FINISHED;
        }
        MonitorRun run = new MonitorRun(read, spec.commandLine().getErr());
        CountDownLatch over = new CountDownLatch(1);
        Thread stopping = new Thread(() -> stop(run, over), "stop-monitor");
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            run.run();
        } finally {
            over.countDown();
        }
        return ExitCode.FINISHED;
    }

    private static void stop(MonitorRun run, CountDownLatch over) {
        run.stop();
        try {
            if (!over.await(PATIENCE_S, TimeUnit.SECONDS)) {
                System.err.println(
                        "bandwatch: the job did not stop in order; the next run goes on from the last checkpoint");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

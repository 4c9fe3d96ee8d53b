package io.bandwatch.deploy.cli.service;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.ConsoleRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The page alone, beside a cluster. */
@Command(
        name = "console",
        description =
                "Serves the page of a job that runs on a Flink cluster, and cuts the evidence of its incidents, until"
                        + " Ctrl-C. It follows the journal in the data folder.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
public final class ConsoleCommand implements Callable<Integer> {
    private static final long PATIENCE_S = 30;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the one that was submitted")
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
        ConsoleRun run = new ConsoleRun(read, spec.commandLine().getErr());
        CountDownLatch over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run, over), "stop-console"));
        try {
            run.run();
        } finally {
            over.countDown();
        }
        return ExitCode.FINISHED;
    }

    private static void stop(ConsoleRun run, CountDownLatch over) {
        run.stop();
        try {
            boolean ended = over.await(PATIENCE_S, TimeUnit.SECONDS);
            assert ended;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.bandwatch.deploy.cli.service;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.PushChannels;
import io.bandwatch.deploy.monitor.RunningMonitor;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
public final class MonitorCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "sites, feeds, registers, detectors, store: see docs/monitor.md")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path config;

    @Option(
            names = "--check",
            description = "read the configuration, say what it means and which secrets are not there, and end")
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
            // the service may have an environment of its own
            PushChannels.problems(read, System.getenv())
                    .forEach(problem -> spec.commandLine().getErr().println("bandwatch: not from here: " + problem));
            spec.commandLine().getErr().flush();
            return ExitCode.FINISHED;
        }
        try (RunningMonitor monitor =
                RunningMonitor.start(read, config, spec.commandLine().getErr())) {
            monitor.await();
        }
        return ExitCode.FINISHED;
    }
}

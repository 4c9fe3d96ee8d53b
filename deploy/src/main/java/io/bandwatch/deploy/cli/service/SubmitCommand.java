package io.bandwatch.deploy.cli.service;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.cluster.remote.JobManagerAddress;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.monitor.SubmitRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The live service on a Flink cluster. */
@Command(
        name = "submit",
        description =
                "Hands the job of the live service to a Flink cluster, prints its id, and ends. The job goes on where"
                        + " the one before it, or monitor, was stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
public final class SubmitCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "as of monitor; its data folder is seen by every host of the cluster under the same path")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path config;

    @Option(
            names = "--jobmanager",
            required = true,
            paramLabel = "HOST:PORT",
            converter = AddressConverter.class,
            description = "REST interface of the cluster's JobManager, such as 127.0.0.1:8081")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private JobManagerAddress jobManager;

    @ArgGroup
    private Instead instead = new Instead();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** What is done instead of submitting. */
    private static final class Instead {
        @Option(
                names = "--check",
                description = "read the configuration, say what it means, and end; no cluster is asked")
        private boolean check;

        @Option(names = "--stop", description = "end the job with a last checkpoint")
        private boolean stop;

        @Option(
                names = "--restart",
                description = "end the job with a last checkpoint and submit it again, with configuration and registers"
                        + " as they are now")
        private boolean restart;
    }

    @Override
    public Integer call() throws Exception {
        MonitorConfig read = ConfigFile.read(config);
        PrintWriter out = spec.commandLine().getOut();
        SubmitRun run = new SubmitRun(read, jobManager, spec.commandLine().getErr());
        if (instead.check) {
            run.check();
            out.print(ConfigSummary.of(read));
        } else if (instead.stop) {
            run.stop();
        } else {
            out.println(instead.restart ? run.restart() : run.submit());
        }
        out.flush();
        return ExitCode.FINISHED;
    }

    /** Reads {@code HOST:PORT}. */
    private static final class AddressConverter implements ITypeConverter<JobManagerAddress> {
        @Override
        public JobManagerAddress convert(String value) {
            try {
                return JobManagerAddress.parse(value);
            } catch (IllegalArgumentException unusable) {
                throw new TypeConversionException(unusable.getMessage());
            }
        }
    }
}

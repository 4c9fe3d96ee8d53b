package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.demo.DemoCommand;
import io.bandwatch.deploy.cli.service.ConsoleCommand;
import io.bandwatch.deploy.cli.service.MonitorCommand;
import io.bandwatch.deploy.cli.service.SubmitCommand;
import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.cli.usage.Failures;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all verbs; each verb is a class of its own, named in {@code subcommands}. */
@Command(
        name = "bandwatch",
        description = "Broadcast signal monitoring and unlicensed FM detection.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class,
        subcommands = {
            DemoCommand.class,
            DoctorCommand.class,
            ReplayCommand.class,
            MonitorCommand.class,
            SubmitCommand.class,
            ConsoleCommand.class,
            GenerateCommand.class,
            ScoreCommand.class,
            BenchCommand.class,
            LicencesCommand.class,
            ClipsCommand.class,
            VerifyCommand.class,
            AcceptanceCommand.class,
            GenerateCompletion.class
        },
        footer = {
            "",
            "Results go to stdout, everything else to stderr.",
            "Exit codes: 0 finished; 1 internal failure; 2 usage, configuration or input",
            "cannot be used; 3 a condition asked for (--fail-on) was met, or verify found",
            "evidence that is not what it was."
        })
public final class BandwatchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /**
     * Runs one verb and ends the process: libraries leave threads of their own behind, which would keep it alive.
     *
     * @param args verb, options, parameters
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = execute(out, err, args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /**
     * Runs one verb in this process.
     *
     * @param out where help and versions go; verbs print their results to their command line's {@code getOut()}
     * @param err where the one line of a failure goes
     * @param args verb, options, parameters
     * @return one of {@link ExitCode}
     */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new BandwatchCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::reportUsage)
                .setExecutionExceptionHandler(Failures::reportFailure)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no verb given");
    }
}

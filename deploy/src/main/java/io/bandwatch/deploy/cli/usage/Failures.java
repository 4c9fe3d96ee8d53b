package io.bandwatch.deploy.cli.usage;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns a failed command into one line on stderr and an exit code. */
public final class Failures {
    private Failures() {}

    public static int reportUsage(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String remedy = "see '" + command.getCommandSpec().qualifiedName() + " --help'";
        return oneLine(command.getErr(), describe(failure) + "; " + remedy);
    }

    public static int reportFailure(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof UserErrorException || failure instanceof ScenarioException) {
            return oneLine(command.getErr(), describe(failure));
        }
        if (failure instanceof UnusableInputException unusable) {
            unusable.lines().forEach(line -> oneLine(command.getErr(), line));
            return ExitCode.UNUSABLE;
        }
        PrintWriter err = command.getErr();
        err.println("bandwatch: internal failure: " + describe(failure));
        failure.printStackTrace(err);
        err.flush();
        return ExitCode.INTERNAL_FAILURE;
    }

    private static int oneLine(PrintWriter err, String message) {
        err.println("bandwatch: " + message);
        err.flush();
        return ExitCode.UNUSABLE;
    }

    private static String describe(Exception failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getName());
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}

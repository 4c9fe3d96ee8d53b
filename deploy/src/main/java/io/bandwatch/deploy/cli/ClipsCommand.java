package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.replay.ClipCutter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on folders of known clips; the one verb below adds to them. */
@Command(
        name = "clips",
        description = "Works on folders of known clips.",
        synopsisSubcommandLabel = "add",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class,
        subcommands = ClipsCommand.Add.class)
final class ClipsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: clips add EVIDENCE --clips DIR");
    }

    /** Makes a known clip of the sound of an incident. */
    @Command(
            name = "add",
            description = "Makes a known clip of the sound of an incident.",
            mixinStandardHelpOptions = true,
            versionProvider = BandwatchVersion.class)
    static final class Add implements Callable<Integer> {
        @Parameters(
                index = "0",
                paramLabel = "EVIDENCE",
                description = "folder of evidence of an incident, or a recording with sound")
        @SuppressWarnings("NullAway.Init") // set by picocli before call
        private Path evidence;

        @Option(
                names = "--clips",
                paramLabel = "DIR",
                required = true,
                description = "folder of the clips; made where it is not there")
        @SuppressWarnings("NullAway.Init") // set by picocli before call
        private Path clips;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "name of the clip (default: that of the folder of evidence, or of the file)")
        private @Nullable String name;

        @Option(
                names = "--from",
                paramLabel = "SECONDS",
                defaultValue = "0",
                description = "its first second (default: 0)")
        private double fromS;

        @Option(names = "--to", paramLabel = "SECONDS", description = "the second behind its last (default: the end)")
        private @Nullable Double toS;

        @Option(
                names = "--service",
                paramLabel = "ID",
                description = "whose sound is meant in a multiplex (default: that of the incident, or the only one)")
        private @Nullable Integer service;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            String called = name == null ? nameOf(evidence) : name;
            if (called.isBlank() || called.startsWith(".") || called.contains("/")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--name '" + called + "': a name has no slash and does not begin with a dot");
            }
            double until = toS == null ? Double.POSITIVE_INFINITY : toS;
            if (!(fromS >= 0 && until > fromS)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--from " + fromS + " --to " + until + ": a clip begins at 0 or later, and ends later");
            }
            Path clip = new ClipCutter(evidence, service).cut(fromS, until, clips, called);
            spec.commandLine().getOut().printf("%s: added%n", clip);
            return ExitCode.FINISHED;
        }

        private static String nameOf(Path evidence) {
            String file = String.valueOf(evidence.toAbsolutePath().normalize().getFileName());
            return file.endsWith(".wav") ? file.substring(0, file.length() - 4) : file;
        }
    }
}

package io.bandwatch.deploy.cli;

import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whether evidence is what it was when it was kept. */
@Command(
        name = "verify",
        description =
                "Checks the evidence of incidents: every file of the manifest there, none more, every byte as it was."
                        + " Prints what is wrong; exit code 3 where anything is.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "BUNDLE", description = "folder of an incident's evidence")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private List<Path> bundles;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean broken = false;
        for (Path bundle : bundles) {
            if (!Files.isDirectory(bundle)) {
                throw new UnusableInputException(
                        List.of(bundle + ": is no folder; name the folder of an incident's evidence"));
            }
            List<String> problems = BundleCheck.problems(bundle);
            problems.forEach(out::println);
            if (problems.isEmpty()) {
                out.println(bundle + ": is as it was kept");
            }
            broken |= !problems.isEmpty();
        }
        out.flush();
        return broken ? ExitCode.CONDITION_MET : ExitCode.FINISHED;
    }
}

package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.acceptance.Acceptance;
import io.bandwatch.deploy.cli.acceptance.AcceptanceRecord;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.cli.usage.UserErrorException;
import io.bandwatch.samples.scenes.SceneFamily;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The far side of {@code ./bandwatch test --acceptance}. */
@Command(
        name = "acceptance",
        hidden = true,
        description = "Makes the acceptance checks and writes their records; see ./bandwatch test --help.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class AcceptanceCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "one check; all if none is named")
    private @Nullable String name;

    @Option(
            names = "--seeds",
            paramLabel = "FROM-TO",
            description = "only these seeds, or numbers of scenes, of a check that has them; leaves no record")
    private @Nullable String seeds;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            description = "scenes of another family: tuning or report; leaves no record")
    private @Nullable SceneFamily family;

    @Option(names = "--scene", paramLabel = "SCENE", description = "one of the named scenes; leaves no record")
    private @Nullable String scene;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Acceptance acceptance = new Acceptance(
                Path.of(System.getProperty("bandwatch.root", ".")),
                spec.commandLine().getErr());
        Selection part = part();
        boolean all = true;
        for (AcceptanceCheck check : chosen()) {
            try {
                AcceptanceRecord record = part.isWhole() ? acceptance.run(check) : acceptance.count(only(check, part));
                out.printf(
                        "%s: %s %s%n",
                        record.name(),
                        record.count().holds() ? "holds" : "FAILS",
                        record.count().figures());
                out.flush();
                all &= record.count().holds();
            } catch (CheckImpossibleException impossible) {
                throw new UserErrorException(check.name() + ": " + impossible.getMessage());
            }
        }
        return all ? ExitCode.FINISHED : ExitCode.INTERNAL_FAILURE;
    }

    private Selection part() {
        try {
            return Selection.of(seeds, family, scene);
        } catch (IllegalArgumentException wrong) {
            throw new UserErrorException("--seeds " + seeds + ": " + wrong.getMessage());
        }
    }

    private static AcceptanceCheck only(AcceptanceCheck check, Selection part) {
        try {
            return check.only(part);
        } catch (IllegalArgumentException wrong) {
            throw new UserErrorException(check.name() + ": " + wrong.getMessage());
        }
    }

    private List<AcceptanceCheck> chosen() {
        if (name == null) {
            return Acceptance.checks();
        }
        List<AcceptanceCheck> checks = Acceptance.checks();
        List<AcceptanceCheck> named =
                checks.stream().filter(check -> check.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new UserErrorException("no acceptance check '" + name + "'; there are "
                    + checks.stream().map(AcceptanceCheck::name).collect(Collectors.joining(", ")));
        }
        return named;
    }
}

package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.samples.score.Score;
import io.bandwatch.samples.score.Scorer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a result with a truth. */
@Command(
        name = "score",
        description = "Compares a JSON Lines result with a truth file: precision, recall, errors, delay.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class ScoreCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TRUTH", description = "truth file that generate wrote")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path truth;

    @Parameters(index = "1", paramLabel = "RESULT", description = "result of replay --format jsonl")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path result;

    @Option(
            names = "--feed",
            paramLabel = "FEED",
            description = "the feed to score (default: the only one, or the one named like the truth's recording)")
    private @Nullable String feed;

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Format format;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** How the score is told. */
    enum Format {
        TABLE,
        JSON
    }

    @Override
    public Integer call() {
        Score score = Scorer.score(truth, result, feed);
        PrintWriter out = spec.commandLine().getOut();
        out.println(format == Format.JSON ? score.toJson() : score.toTable());
        return ExitCode.FINISHED;
    }
}

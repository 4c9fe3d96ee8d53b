package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.cli.usage.RenderingProgress;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.media.MediaGenerator;
import io.bandwatch.samples.media.MediaScenario;
import io.bandwatch.samples.media.RenderedMedia;
import io.bandwatch.samples.scenario.Scenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders a scenario to a recording with its truth. */
@Command(
        name = "generate",
        description = "Renders a scenario file to a recording, its truth, and the register that goes with it; one of"
                + " pictures and sound to a transport stream or MP4, and its truth.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class GenerateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "scenario, YAML as in samples/scenarios")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path scenario;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "folder for what is rendered; made if it is missing")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (MediaScenario.isOne(scenario)) {
            RenderedMedia media = MediaGenerator.render(MediaScenario.read(scenario), folder);
            out.println(media.recording());
            out.println(media.truth());
            return ExitCode.FINISHED;
        }
        Scenario read = Scenario.read(scenario);
        RenderingProgress progress =
                new RenderingProgress(read.name(), spec.commandLine().getErr());
        RenderedScenario rendered = new ScenarioGenerator(read).render(folder, progress);
        rendered.recordings().forEach(out::println);
        out.println(rendered.truth());
        out.println(rendered.licences());
        if (rendered.maintenance() != null) {
            out.println(rendered.maintenance());
        }
        return ExitCode.FINISHED;
    }
}

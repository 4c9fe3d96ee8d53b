package io.bandwatch.deploy.cli.demo;

import io.bandwatch.alerts.report.file.WriterLock;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cli.usage.RenderingProgress;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.media.MediaGenerator;
import io.bandwatch.samples.media.MediaScenario;
import io.bandwatch.samples.media.MediaScene;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bundled scenes, rendered at first use and kept until their scenario changes. The truth of a scene is written last: without it a scene
 * is half of one, which a killed process left behind, and is rendered anew.
 */
final class DemoScenes {
    private static final List<String> NAMES = List.of("night-in-short", "off-raster", "coloured-noise");
    private static final String TELEVISION = "television-in-short";
    private static final int HASH_DIGITS = 12;

    /** So long another process may take for a scene, on a machine that has other things to do as well. */
    private static final Duration OTHERS_RENDER_WITHIN = Duration.ofMinutes(30);

    private final Path scenarios;
    private final Path rendered;
    private final PrintWriter err;

    /**
     * @param root folder of the checkout
     * @param err where progress is told
     */
    DemoScenes(Path root, PrintWriter err) {
        this(root.resolve("samples/scenarios"), root.resolve(".bandwatch/scenes"), err);
    }

    /**
     * @param scenarios folder of what is rendered
     * @param rendered folder in which it is kept
     * @param err where progress is told
     */
    DemoScenes(Path scenarios, Path rendered, PrintWriter err) {
        this.scenarios = scenarios;
        this.rendered = rendered;
        this.err = err;
    }

    /** Name of every scene of a band, in the order of the show. */
    static List<String> names() {
        return NAMES;
    }

    /** Name of the scene that is watched live. */
    static String night() {
        return NAMES.get(0);
    }

    /** Name of the scene of pictures and sound. */
    static String television() {
        return TELEVISION;
    }

    /** Where a scene plays. */
    Path site(String name) {
        return scenarios.resolve("sites").resolve(name + ".yaml");
    }

    /** The recording of pictures and sound, made if it is not there yet; none where FFmpeg is missing. */
    Optional<Path> televisionRecording() {
        Path file = scenarios.resolve(TELEVISION + ".yaml");
        MediaScene scene = MediaScenario.read(file);
        Path folder =
                rendered.resolve(TELEVISION + "-" + RegisterFiles.sha256(file).substring(0, HASH_DIGITS));
        Path recording = folder.resolve(scene.fileName());
        Path truth = folder.resolve(scene.fileName() + ".truth.json");
        if (Files.exists(truth)) {
            return Optional.of(recording);
        }
        if (!MediaGenerator.isPossible()) {
            return Optional.empty();
        }
        try (WriterLock alone = alone(folder)) {
            assert alone != null;
            if (Files.exists(truth)) {
                return Optional.of(recording);
            }
            tell(TELEVISION);
            return Optional.of(MediaGenerator.render(scene, folder).recording());
        } catch (IOException taken) {
            throw unusable(folder, taken);
        }
    }

    /** A scene, rendered if it is not there yet. */
    RenderedScenario scene(String name) {
        Scenario scenario = Scenario.read(scenarios.resolve(name + ".yaml"));
        Path folder = rendered.resolve(name + "-" + scenario.hash().substring(0, HASH_DIGITS));
        try {
            Optional<RenderedScenario> there = whole(folder);
            return there.isPresent() ? there.get() : rendered(scenario, name, folder);
        } catch (IOException unreadable) {
            throw unusable(folder, unreadable);
        }
    }

    private RenderedScenario rendered(Scenario scenario, String name, Path folder) throws IOException {
        try (WriterLock alone = alone(folder)) {
            assert alone != null;
            Optional<RenderedScenario> meanwhile = whole(folder);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            tell(name);
            return new ScenarioGenerator(scenario).render(folder, new RenderingProgress(name, err));
        }
    }

    /** Two that render one scene would write one file; the second waits, and finds it. */
    private WriterLock alone(Path folder) throws IOException {
        Files.createDirectories(rendered);
        return WriterLock.await(folder, OTHERS_RENDER_WITHIN);
    }

    private void tell(String name) {
        err.printf(Locale.ROOT, "bandwatch: rendering the scene %s, once%n", name);
        err.flush();
    }

    private static UnusableInputException unusable(Path folder, IOException problem) {
        return new UnusableInputException(folder + ": cannot be used; remove it and start again", problem);
    }

    private static Optional<RenderedScenario> whole(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> there = files.sorted().toList();
            return there.stream().anyMatch(file -> file.toString().endsWith(".truth.json"))
                    ? Optional.of(found(there))
                    : Optional.empty();
        }
    }

    private static RenderedScenario found(List<Path> there) {
        return new RenderedScenario(
                ending(there, ".sigmf-meta", ".cu8", ".cs8", ".cs16", ".cf32", ".wav"),
                ending(there, ".truth.json").get(0),
                ending(there, ".licences.csv").get(0),
                ending(there, ".maintenance.csv").stream().findFirst().orElse(null));
    }

    private static List<Path> ending(List<Path> there, String... endings) {
        return there.stream()
                .filter(file ->
                        Stream.of(endings).anyMatch(ending -> file.toString().endsWith(ending)))
                .toList();
    }
}

package io.bandwatch.deploy.cli.demo;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The bundled scenes, rendered at first use and kept until their scenario changes. */
final class DemoScenes {
    private static final List<String> NAMES = List.of("night-in-short", "off-raster", "coloured-noise");
    private static final String TELEVISION = "television-in-short";
    private static final int HASH_DIGITS = 12;

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
        if (Files.exists(folder.resolve(scene.fileName() + ".truth.json"))) {
            return Optional.of(recording);
        }
        if (!MediaGenerator.isPossible()) {
            return Optional.empty();
        }
        err.printf(Locale.ROOT, "bandwatch: rendering the scene %s, once%n", TELEVISION);
        err.flush();
        return Optional.of(MediaGenerator.render(scene, folder).recording());
    }

    /** A scene, rendered if it is not there yet. */
    RenderedScenario scene(String name) {
        Scenario scenario = Scenario.read(scenarios.resolve(name + ".yaml"));
        Path folder = rendered.resolve(name + "-" + scenario.hash().substring(0, HASH_DIGITS));
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            List<Path> there = files.sorted().toList();
            if (there.stream().anyMatch(file -> file.toString().endsWith(".truth.json"))) {
                return found(there);
            }
        } catch (IOException unreadable) {
            throw new UnusableInputException(folder + ": cannot be read; remove it and start again", unreadable);
        }
        err.printf(Locale.ROOT, "bandwatch: rendering the scene %s, once%n", name);
        err.flush();
        return new ScenarioGenerator(scenario).render(folder, new RenderingProgress(name, err));
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

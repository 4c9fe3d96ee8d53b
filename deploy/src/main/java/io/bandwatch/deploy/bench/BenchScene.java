package io.bandwatch.deploy.bench;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;

/**
 * A bundled scene, rendered once and kept.
 *
 * @param name of the scenario
 * @param recording what was rendered
 * @param licences its register
 */
record BenchScene(String name, Recording recording, Path licences) {
    /** The scene, out of the folder where it is kept, or rendered there first. */
    static BenchScene rendered(Path root, String name, PrintWriter err) throws IOException, UnusableRecordingException {
        Path scenario = root.resolve("samples/scenarios").resolve(name + ".yaml");
        Path kept = root.resolve(".bandwatch/bench").resolve(name);
        Path source = kept.resolve(name + ".yaml");
        // the scenario is copied last, so that its copy tells that all is there and still the same
        if (!Files.exists(source) || Files.mismatch(source, scenario) >= 0) {
            FileUtils.deleteDirectoryQuietly(kept.toFile());
            Files.createDirectories(kept);
            err.printf("bandwatch: rendering %s once, a minute or two%n", name);
            err.flush();
            new ScenarioGenerator(Scenario.read(scenario)).render(kept, ProgressListener.SILENT);
            Files.copy(scenario, source, StandardCopyOption.REPLACE_EXISTING);
        }
        Path samples = only(kept, ".cs16", ".cu8");
        Recording recording =
                new RecordingInspector(RecordingOptions.NONE).inspect(new FeedSpec("bench", samples.toString()));
        return new BenchScene(name, recording, only(kept, ".licences.csv"));
    }

    private static Path only(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("nothing of the scene is in " + folder + "; delete that folder"));
        }
    }
}

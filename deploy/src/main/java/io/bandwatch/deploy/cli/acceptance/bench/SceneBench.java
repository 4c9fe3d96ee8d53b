package io.bandwatch.deploy.cli.acceptance.bench;

import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.replay.ReplayRequest;
import io.bandwatch.deploy.replay.ReplayRun;
import io.bandwatch.deploy.replay.ResultFormat;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.score.Score;
import io.bandwatch.samples.score.Scorer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/** Renders scenes, replays them as a user would, and scores the result; nothing is left on the disk. */
public final class SceneBench {
    private static final int RENDERED_BETWEEN_LINES = 20;
    private static final int SCORED_BETWEEN_LINES = 10;

    private final Path scratch;
    private final Path root;
    private final PrintWriter progress;

    /**
     * A bench.
     *
     * @param scratch an empty folder with room for the scenes
     * @param root folder of the checkout, where the bundled scenarios are
     * @param progress where people are told how far it is
     */
    public SceneBench(Path scratch, Path root, PrintWriter progress) {
        this.scratch = scratch;
        this.root = root;
        this.progress = progress;
    }

    /** Folder for the files of a check; removed at the end. */
    public Path scratch() {
        return scratch;
    }

    /** Folder of the checkout. */
    public Path root() {
        return root;
    }

    /** A scenario that comes with the product. */
    public Scenario bundled(String name) {
        return Scenario.read(root.resolve("samples/scenarios").resolve(name + ".yaml"));
    }

    /** Tells how far it is. */
    public void tell(String format, Object... arguments) {
        progress.printf(Locale.ROOT, "bandwatch: " + format + "%n", arguments);
        progress.flush();
    }

    /** Replays one scene against its register and scores it. */
    public Score score(Scenario scenario) throws IOException, InterruptedException {
        return scores(List.of(scenario)).get(0);
    }

    /**
     * Replays each scene against its own register and scores it, twice as many at a time as there are cores: a job waits for
     * its cluster as long as it works.
     *
     * @return scores in the order of the scenes
     */
    public List<Score> scoreEach(List<Scenario> scenarios) throws IOException, InterruptedException {
        ExecutorService pool =
                Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Score>> running = scenarios.stream()
                    .map(scenario -> pool.submit(() -> score(scenario)))
                    .toList();
            List<Score> scores = new ArrayList<>();
            for (Future<Score> one : running) {
                scores.add(one.get());
                if (scores.size() % SCORED_BETWEEN_LINES == 0 && scores.size() < scenarios.size()) {
                    tell("%d of %d scenes judged", scores.size(), scenarios.size());
                }
            }
            return scores;
        } catch (ExecutionException failed) {
            throw new IOException("a scene could not be judged: " + failed.getCause(), failed);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Replays scenes in one job, one feed each, against the register of the first, and scores each. */
    public List<Score> scores(List<Scenario> scenarios) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "scenes-");
        try {
            List<RenderedScenario> scenes = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                if (!scenes.isEmpty() && scenes.size() % RENDERED_BETWEEN_LINES == 0) {
                    tell("%d of %d scenes rendered", scenes.size(), scenarios.size());
                }
                scenes.add(new ScenarioGenerator(scenario)
                        .render(folder.resolve(scenario.name()), ProgressListener.SILENT));
            }
            Path result = folder.resolve("result.jsonl");
            List<FeedSpec> feeds = scenes.stream()
                    .map(scene -> FeedSpec.parse(scene.recordings().get(0).toString()))
                    .toList();
            replay(feeds, scenes.get(0).licences(), result, StoreChoice.parse("none"), null);
            List<Score> scores = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                scores.add(
                        Scorer.score(scenes.get(i).truth(), result, feeds.get(i).feed()));
            }
            return scores;
        } finally {
            FileUtils.deleteDirectoryQuietly(folder.toFile());
        }
    }

    /** Replays recordings into a JSON Lines file. */
    public void replay(
            List<FeedSpec> feeds, @Nullable Path licences, Path result, StoreChoice store, @Nullable Path checkpoints)
            throws IOException, InterruptedException {
        ReplayRequest.Registers registers = new ReplayRequest.Registers(licences, null, null, null, null);
        replay(feeds, ServiceChoice.NONE, registers, result, store, checkpoints);
    }

    /** Replays recordings into a JSON Lines file, pictures and sound of all their services decoded. */
    public void replayDecoded(List<FeedSpec> feeds, Path result) throws IOException, InterruptedException {
        replayDecoded(feeds, null, result);
    }

    /** The same, compared with what should have been on air. */
    public void replayDecoded(List<FeedSpec> feeds, @Nullable Path reference, Path result)
            throws IOException, InterruptedException {
        ReplayRequest.Registers registers = new ReplayRequest.Registers(null, null, null, null, reference);
        replay(feeds, ServiceChoice.parse("all"), registers, result, StoreChoice.parse("none"), null);
    }

    private static void replay(
            List<FeedSpec> feeds,
            ServiceChoice decoded,
            ReplayRequest.Registers registers,
            Path result,
            StoreChoice store,
            @Nullable Path checkpoints)
            throws IOException, InterruptedException {
        ReplayRequest request = new ReplayRequest(
                feeds,
                RecordingOptions.NONE,
                decoded,
                registers,
                new ReplayRequest.Result(ResultFormat.JSONL, result, null, null, Locale.ROOT),
                store,
                checkpoints);
        PrintWriter silent = new PrintWriter(Writer.nullWriter());
        try {
            new ReplayRun(request, silent).run(silent);
        } catch (JobFailedException failed) {
            throw new IOException(
                    "the replay of " + feeds.size() + " recordings failed: " + failed.getMessage(), failed);
        }
    }
}

package io.bandwatch.deploy.cli;

import io.bandwatch.alerts.influx.EmbeddedInflux;
import io.bandwatch.deploy.replay.ReplayRequest;
import io.bandwatch.deploy.replay.ReplayRun;
import io.bandwatch.deploy.replay.ResultFormat;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.deploy.replay.StoredCarriers;
import io.bandwatch.deploy.replay.UnusableInputException;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.samples.RenderedScenario;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the main job on the bundled scenes with a store of its own, and prints what it found. */
@Command(
        name = "demo",
        description = "Runs the main job on the bundled scenes with the embedded store and prints what it found; then"
                + " keeps the store open for queries until Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--exit", description = "end after the run")
    private boolean exit;

    @Option(names = "--lang", defaultValue = "en", description = "language: en or zh-CN (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String language;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path root = Path.of(System.getProperty("bandwatch.root", "."));
        if (EmbeddedInflux.available().isEmpty()) {
            throw new UnusableInputException(List.of(
                    "no influxd found; run ./bandwatch demo without --no-setup, which fetches it, or name one in"
                            + " BANDWATCH_INFLUXD"));
        }
        DemoScenes scenes = new DemoScenes(root, err);
        try (EmbeddedInflux store = EmbeddedInflux.start(StoreChoice.embeddedFolder())) {
            for (String name : DemoScenes.names()) {
                RenderedScenario scene = scenes.scene(name);
                out.printf("%n== %s%n%n", name);
                out.flush();
                new ReplayRun(request(name, scene, store.url()), err).run(out);
            }
            tellStore(store, out);
            if (!exit) {
                out.printf(
                        "%nThe store answers at %s, database %s, until Ctrl-C.%n",
                        store.url(), StoreChoice.DEFAULT_DATABASE);
                out.flush();
                new CountDownLatch(1).await();
            }
        }
        return ExitCode.FINISHED;
    }

    private ReplayRequest request(String name, RenderedScenario scene, String storeUrl) {
        Locale locale = Languages.locale(language, spec.commandLine());
        return new ReplayRequest(
                List.of(new FeedSpec(name, scene.recordings().get(0).toString())),
                RecordingOptions.NONE,
                ServiceChoice.NONE,
                new ReplayRequest.Registers(scene.licences(), null, scene.maintenance(), null, null),
                new ReplayRequest.Result(ResultFormat.TABLE, null, null, null, locale),
                new StoreChoice(StoreChoice.Kind.SERVER, storeUrl, StoreChoice.DEFAULT_DATABASE),
                null);
    }

    private static void tellStore(EmbeddedInflux store, PrintWriter out) {
        out.printf("%n== carriers in the store%n%n%s%n%n", StoredCarriers.query());
        StoredCarriers.lines(store.url(), StoreChoice.DEFAULT_DATABASE).forEach(out::println);
        out.flush();
    }
}

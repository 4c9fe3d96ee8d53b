package io.bandwatch.deploy.cli.demo;

import io.bandwatch.alerts.console.Analyses;
import io.bandwatch.alerts.console.Analysis;
import io.bandwatch.alerts.console.Console;
import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cli.usage.BandwatchVersion;
import io.bandwatch.deploy.cli.usage.ExitCode;
import io.bandwatch.deploy.cli.usage.Languages;
import io.bandwatch.deploy.replay.ReplayRequest;
import io.bandwatch.deploy.replay.ReplayRun;
import io.bandwatch.deploy.replay.ResultKeeper;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.deploy.replay.StoredCarriers;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the main job on the bundled scenes with a store of its own, and prints what it found. */
@Command(
        name = "demo",
        description = "Runs the main job on the bundled scenes with the embedded store and prints what it found, and"
                + " shows it on a console; then watches one of them live, with evidence and pushes, and keeps all of it open"
                + " until Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = BandwatchVersion.class)
public final class DemoCommand implements Callable<Integer> {
    private static final int LIVE_PORT = Console.DEFAULT_PORT + 1;

    /** The unknown station comes on after 18 s; its evidence is there 10 s later. */
    private static final long PATIENCE_S = 180;

    @Option(names = "--exit", description = "end after the run; no console of the scenes")
    private boolean exit;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "" + Console.DEFAULT_PORT,
            description = "port of the console on this machine, 0 for any (default: ${DEFAULT-VALUE})")
    private int consolePort;

    @Option(
            names = "--live-port",
            paramLabel = "PORT",
            defaultValue = "" + LIVE_PORT,
            description = "port of the page of what is live on this machine (default: ${DEFAULT-VALUE})")
    private int livePort;

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
        Path root = Path.of(System.getProperty("bandwatch.root", "."))
                .toAbsolutePath()
                .normalize();
        if (EmbeddedInflux.available().isEmpty()) {
            throw new UnusableInputException(List.of(
                    "no influxd found; run ./bandwatch demo without --no-setup, which fetches it, or name one in"
                            + " BANDWATCH_INFLUXD"));
        }
        DemoScenes scenes = new DemoScenes(root, err);
        Analyses analyses = new Analyses();
        try (EmbeddedInflux store = StoreChoice.startEmbedded(StoreChoice.embeddedFolder());
                Console console = exit ? null : console(analyses, store)) {
            if (console != null) {
                err.printf("bandwatch: the console fills up at %s%n", console.url());
                err.flush();
            }
            DemoRequests requests = new DemoRequests(scenes, store.url(), locale());
            for (String name : DemoScenes.names()) {
                run(name, requests.band(name), analyses);
            }
            television(requests.television(root.resolve(".bandwatch/demo-evidence")), analyses);
            tellStore(store, out);
            return live(root, scenes, store, console) ? ExitCode.FINISHED : ExitCode.INTERNAL_FAILURE;
        }
    }

    /** @return whether all of it was shown */
    private boolean live(Path root, DemoScenes scenes, EmbeddedInflux store, @Nullable Console console)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        LiveDemo.Show show = new LiveDemo.Show(
                scenes.scene(DemoScenes.night()),
                scenes.televisionRecording(),
                store.url() + "/" + StoreChoice.DEFAULT_DATABASE,
                locale(),
                livePort);
        out.printf("%n== live%n%nThe night is on air now; its unknown station comes on after 18 s.%n");
        out.flush();
        try (LiveDemo live = LiveDemo.start(
                root.resolve(".bandwatch/demo"), show, out, spec.commandLine().getErr())) {
            boolean shown = live.awaitShown(PATIENCE_S);
            live.tell();
            if (!shown) {
                out.printf("No push with evidence came within %d s.%n", PATIENCE_S);
            }
            if (console != null) {
                out.printf(
                        "%nConsole of the scenes: %s%nPage of what is live: http://127.0.0.1:%d/%n"
                                + "Store: %s, database %s%nAll of them answer until Ctrl-C.%n",
                        console.url(), livePort, store.url(), StoreChoice.DEFAULT_DATABASE);
                out.flush();
                new CountDownLatch(1).await();
            }
            return shown;
        }
    }

    private Console console(Analyses analyses, EmbeddedInflux store) {
        Readiness storeAnswers = new Readiness(
                "store", () -> store.answers() ? Optional.empty() : Optional.of("influxd does not answer"));
        try {
            return Console.serve(analyses, List.of(storeAnswers), locale(), consolePort);
        } catch (BindException taken) {
            throw new UnusableInputException(taken.getMessage() + "; name another with --console-port", taken);
        }
    }

    private void run(String name, ReplayRequest request, Analyses analyses) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%n== %s%n%n", name);
        out.flush();
        ResultKeeper keeper =
                (result, spectra, evidence) -> analyses.add(Analysis.read(name, result, spectra, evidence));
        new ReplayRun(request, spec.commandLine().getErr(), keeper).run(out);
    }

    private void television(Optional<ReplayRequest> request, Analyses analyses) throws Exception {
        if (request.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "bandwatch: %s is left out: ffmpeg is missing, see ./bandwatch doctor%n",
                            DemoScenes.television());
            return;
        }
        run(DemoScenes.television(), request.get(), analyses);
    }

    private Locale locale() {
        return Languages.locale(language, spec.commandLine());
    }

    private static void tellStore(EmbeddedInflux store, PrintWriter out) {
        out.printf("%n== carriers in the store%n%n%s%n%n", StoredCarriers.query());
        StoredCarriers.lines(store.url(), StoreChoice.DEFAULT_DATABASE).forEach(out::println);
        out.flush();
    }
}

package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.monitor.MonitorRun;
import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** The live service on a receiver that plays a scene, and one that is not there. */
final class LiveScene {
    private static final long PATIENCE_S = 120;

    private LiveScene() {}

    /** @param enough asked again and again whether it can stop */
    static void play(RenderedScenario scene, String storeUrl, Path folder, BooleanSupplier enough)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path config = Files.writeString(
                folder.resolve("monitor.yaml"),
                """
                data: %s
                store: %s/bandwatch
                console: {port: 0}
                registers: {licences: %s}
                sites:
                  - name: Roof
                    latitude: 32.39 deg
                    longitude: 119.41 deg
                    receivers:
                      - {name: roof, address: "file:%s?loop=yes", sample-format: cs16, rate: 2.4 MS/s, center: 98 MHz}
                      - {name: gone, address: "rtl_tcp://127.0.0.1:9", rate: 2.4 MS/s, center: 98 MHz}
                """
                        .formatted(
                                folder.resolve("data"),
                                storeUrl,
                                scene.licences(),
                                scene.recordings().get(0)));
        MonitorRun run = new MonitorRun(ConfigFile.read(config), new PrintWriter(new StringWriter()));
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        run.run();
                    } catch (Exception problem) {
                        failure.set(problem);
                    }
                },
                "live-scene");
        thread.start();
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!enough.getAsBoolean() && thread.isAlive() && System.nanoTime() < endNs) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        run.stop();
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        if (failure.get() != null || thread.isAlive()) {
            throw new IllegalStateException("the live service did not run and stop", failure.get());
        }
    }
}

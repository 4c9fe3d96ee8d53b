package io.bandwatch.deploy.cli.demo;

import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.monitor.RunningMonitor;
import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The live service on a receiver that plays a scene, and one that is not there. */
final class LiveScene {
    private static final long PATIENCE_S = 120;

    private LiveScene() {}

    /** @param enough asked again and again whether it can stop */
    static void play(RenderedScenario scene, String storeUrl, Path folder, BooleanSupplier enough)
            throws IOException, InterruptedException, JobFailedException {
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
        try (RunningMonitor monitor =
                RunningMonitor.start(ConfigFile.read(config), new PrintWriter(new StringWriter()))) {
            long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
            while (!enough.getAsBoolean() && monitor.isRunning() && System.nanoTime() < endNs) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            monitor.stop();
            monitor.await();
        }
    }
}

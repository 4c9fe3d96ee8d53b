package io.bandwatch.deploy.cli.demo;

import io.bandwatch.samples.RenderedScenario;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;

/** The bundled scenes, rendered once for all tests of a run, by whichever process needs one first. Tests only read them. */
public final class BundledScenes {
    private static final Path ROOT =
            Path.of(System.getProperty("bandwatch.root", "..")).toAbsolutePath();
    private static final Path RENDERED = ROOT.resolve("deploy/target/bundled-scenes")
            .resolve(System.getProperty(
                    "bandwatch.testRun", "by-hand-" + ProcessHandle.current().pid()));

    private BundledScenes() {}

    /** A scene, as {@code generate} renders it. */
    public static RenderedScenario of(String name) {
        return all().scene(name);
    }

    /** Where the demo finds them. */
    static DemoScenes all() {
        return new DemoScenes(ROOT.resolve("samples/scenarios"), RENDERED, new PrintWriter(Writer.nullWriter()));
    }
}

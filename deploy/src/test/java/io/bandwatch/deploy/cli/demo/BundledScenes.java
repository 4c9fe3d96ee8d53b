package io.bandwatch.deploy.cli.demo;

import io.bandwatch.samples.RenderedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bundled scenes, rendered once for all tests of a run, by whichever process needs one first. Tests only read them. */
public final class BundledScenes {
    private static final Path ROOT =
            Path.of(System.getProperty("bandwatch.root", "..")).toAbsolutePath();
    private static final Path RENDERED = ROOT.resolve("deploy/target/bundled-scenes")
            .resolve(System.getProperty("bandwatch.testRun", "by-hand-" + ProcessHandle.current().pid()));

    private BundledScenes() {}

    /** A scene, as {@code generate} renders it. */
    public static RenderedScenario of(String name) {
        try {
            return rendered(name);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static RenderedScenario rendered(String name) throws IOException {
        Files.createDirectories(RENDERED);
        Path lockFile = RENDERED.resolve(name + ".lock");
        synchronized (BundledScenes.class) {
            try (FileChannel channel =
                            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                return all().scene(name);
            }
        }
    }

    /** Where the demo finds them. */
    static DemoScenes all() {
        return new DemoScenes(ROOT.resolve("samples/scenarios"), RENDERED, new PrintWriter(Writer.nullWriter()));
    }
}

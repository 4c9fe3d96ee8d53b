package io.bandwatch.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, which stand beside the checkout or where BANDWATCH_CAPTURES says, and are never committed. */
final class Captures {
    private Captures() {}

    /** One of them; the test reports itself skipped without it. */
    static Path file(String name) {
        Path file = folder().resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "no recording " + file + "; name the folder in BANDWATCH_CAPTURES");
        return file;
    }

    /** Where they stand, if they do. */
    static Path folder() {
        String named = System.getenv("BANDWATCH_CAPTURES");
        return named == null
                ? Path.of(System.getProperty("bandwatch.root", ".."))
                        .toAbsolutePath()
                        .resolve("../shared/captures")
                        .normalize()
                : Path.of(named);
    }
}

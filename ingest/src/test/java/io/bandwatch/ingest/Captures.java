package io.bandwatch.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, which stand beside the checkout or where BANDWATCH_CAPTURES says, and are never committed. */
public final class Captures {
    private Captures() {}

    /** One of them; the test reports itself skipped without it. */
    public static Path file(String name) {
        String named = System.getenv("BANDWATCH_CAPTURES");
        Path folder = named == null
                ? Path.of(System.getProperty("bandwatch.root", ".."), "../shared/captures")
                : Path.of(named);
        Path file = folder.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "no recording " + file + "; name the folder in BANDWATCH_CAPTURES");
        return file;
    }
}

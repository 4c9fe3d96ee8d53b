package io.bandwatch.dsp.ts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real transport streams, which stand beside the checkout or where BANDWATCH_CAPTURES says, and are never committed. */
public final class TsCaptures {
    private TsCaptures() {}

    /** All that were measured by others; their measurements have the same names. */
    public static Stream<String> measured() throws IOException {
        try (Stream<Path> files = Files.list(file("measured"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    /** One of them; the test reports itself skipped without it. */
    public static Path file(String name) {
        String named = System.getenv("BANDWATCH_CAPTURES");
        Path folder = named == null
                ? Path.of(System.getProperty("bandwatch.root", ".."))
                        .toAbsolutePath()
                        .resolve("../shared/captures")
                        .normalize()
                : Path.of(named);
        Path file = folder.resolve("ts").resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "no recording " + file + "; name the folder in BANDWATCH_CAPTURES");
        return file;
    }

    /** Its bytes. */
    public static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }
}

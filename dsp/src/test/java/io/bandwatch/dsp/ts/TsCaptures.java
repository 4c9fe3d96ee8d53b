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
    public static Stream<String> measured() {
        return Stream.of(
                "corrupted-packets",
                "dvb-france-teletext-epg-audio",
                "dvbt-crete-ert-heavy-errors",
                "dvbt-crete-ert-light-errors",
                "dvbt-france2-hd-eac3",
                "dvbt-italy-mediaset-psi-only",
                "dvbt-italy-rai-full-mux",
                "dvbt2-germany-ard-br-626MHz",
                "hevc-scte35-multiprogram",
                "isdbt-japan-scrambled-start",
                "pat-change-duplicate-pmt",
                "scte35-80s-with-ad",
                "scte35-short",
                "tdt-tot-after-2038");
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

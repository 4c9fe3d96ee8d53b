package io.bandwatch.dsp.ts;

import io.bandwatch.signal.ts.TsObservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, which stand beside the checkout or where BANDWATCH_CAPTURES says, and are never committed. */
final class Recordings {
    private Recordings() {}

    /** One of them; the test reports itself skipped without it. */
    static Path file(String name) {
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

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /** All observations of a stream that comes in blocks of a size. */
    static List<TsObservation> observations(byte[] stream, int blockBytes) {
        TsMeter meter = new TsMeter();
        List<TsObservation> observations = new ArrayList<>();
        int at = 0;
        while (at < stream.length) {
            at += meter.accept(stream, at, Math.min(blockBytes, stream.length - at));
            if (meter.due()) {
                observations.add(meter.observe());
            }
        }
        for (meter.end(); meter.due(); meter.end()) {
            observations.add(meter.observe());
        }
        observations.add(meter.observe());
        return observations;
    }

    /** What is known of a stream at its end. */
    static TsObservation last(byte[] stream) {
        List<TsObservation> all = observations(stream, 1 << 20);
        return all.get(all.size() - 1);
    }
}

package io.bandwatch.samples.ts.recorded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bandwatch.samples.ts.StreamLooks;
import io.bandwatch.signal.ts.TsObservation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Streams without faults: one by an encoder, the others off the air. */
final class CleanStreams {
    static final String ENCODED = "encoded";

    /** Recordings that show no damage and have a clock; those with null packets of their own have room. */
    static final List<String> OFF_AIR = List.of(
            "dvbt-italy-rai-full-mux",
            "dvbt2-germany-ard-br-626MHz",
            "dvbt-france2-hd-eac3",
            "hevc-scte35-multiprogram",
            "scte35-80s-with-ad");

    /** As long as the longest fault needs. */
    private static final long LOOKS_NS = 70_000_000_000L;

    private static final long EARLY_NS = 12_345_000_000L;
    private static final long LATE_NS = 1_345_000_000L;

    /** Streams as long as that have their tables again and again. */
    private static final long LONG_NS = 25_000_000_000L;

    private final Map<String, Recording> recordings = new HashMap<>();
    private final Map<String, List<TsObservation>> looks = new HashMap<>();

    /** When every table of a stream has come. */
    long startNs(String name) {
        long lengthNs = recording(name).lengthNs();
        return lengthNs > LONG_NS ? EARLY_NS : Math.max(EARLY_NS, lengthNs + LATE_NS);
    }

    Recording recording(String name) {
        return recordings.computeIfAbsent(name, CleanStreams::open);
    }

    /** What the untouched stream shows. */
    List<TsObservation> untouched(String name) {
        return looks.computeIfAbsent(
                name, key -> StreamLooks.of(new PlayedRecording(recording(key), List.of()), LOOKS_NS));
    }

    private static Recording open(String name) {
        try {
            if (name.equals(ENCODED)) {
                assumeTrue(EncodedMultiplex.canBeMade(), "ffmpeg is not installed");
                return EncodedMultiplex.recording(30);
            }
            Recording recording = Recording.of(Files.readAllBytes(file(name)));
            return name.equals("dvbt-italy-rai-full-mux") ? recording : recording.withRoom();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path file(String name) {
        String named = System.getenv("BANDWATCH_CAPTURES");
        Path folder = named == null
                ? Path.of(System.getProperty("bandwatch.root", ".."))
                        .toAbsolutePath()
                        .resolve("../shared/captures")
                        .normalize()
                : Path.of(named);
        Path file = folder.resolve("ts").resolve(name + ".ts");
        assumeTrue(Files.exists(file), () -> "no recording " + file + "; name the folder in BANDWATCH_CAPTURES");
        return file;
    }
}

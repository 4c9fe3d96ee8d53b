package io.bandwatch.ingest.inspect;

import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.TsLayout;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.inspect.facts.Defect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** Looks into transport streams. */
final class TsRecordings {
    /** How far a damaged beginning may reach. */
    private static final int LOOK_BYTES = 1 << 20;

    private final RecordingOptions options;

    TsRecordings(RecordingOptions options) {
        this.options = options;
    }

    /** Whether a file is named like one. */
    static boolean isNamedSo(Path file) {
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.(xz|gz|zst)$", "");
        return name.endsWith(".ts") || name.endsWith(".m2ts") || name.endsWith(".mts") || name.endsWith(".trp");
    }

    Recording inspect(OpenedFile opened) throws Defect, IOException {
        if (options.rateHz() != null || options.centerHz() != null || options.sampleFormat() != null) {
            throw new Defect(
                    "contradictory-kind",
                    "is a transport stream, which has no sample rate, centre or sample format;"
                            + " leave out --rate, --center and --sample-format");
        }
        if (opened.content() != Content.TRANSPORT_STREAM) {
            checkSync(opened);
        }
        Instant start = options.start();
        return new Recording(
                opened.spec().feed(),
                opened.file().toString(),
                opened.compression(),
                start == null ? Instant.EPOCH : start,
                start != null,
                new TsLayout(),
                Recording.UNKNOWN_DURATION);
    }

    private static void checkSync(OpenedFile opened) throws Defect, IOException {
        byte[] beginning = new byte[LOOK_BYTES];
        try (RecordingBytes bytes = opened.bytes()) {
            if (!PacketSync.somewhere(beginning, bytes.read(beginning, 0, LOOK_BYTES))) {
                throw new Defect(
                        "no-sync",
                        "is no transport stream: its first MiB has no sync byte every 188, 192 or 204 bytes;"
                                + " record it again, or name what it is with --kind");
            }
        }
    }
}

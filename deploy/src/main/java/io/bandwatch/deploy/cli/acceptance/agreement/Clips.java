package io.bandwatch.deploy.cli.acceptance.agreement;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.ingest.inspect.ServiceSurvey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The recordings of the captures folder, and what of them can be decoded. */
final class Clips {
    private static final List<String> FOLDERS = List.of("ts", "video", "audio");

    private final Path root;

    private Clips(Path root) {
        this.root = root;
    }

    /**
     * The folder beside the checkout, or the one named in BANDWATCH_CAPTURES.
     *
     * @throws CheckImpossibleException if there is none
     */
    static Clips of(Path checkout) {
        String named = System.getenv("BANDWATCH_CAPTURES");
        Path folder = named == null
                ? checkout.toAbsolutePath().resolve("../shared/captures").normalize()
                : Path.of(named);
        if (!Files.isDirectory(folder)) {
            throw new CheckImpossibleException(
                    "no recordings in " + folder + "; name their folder in BANDWATCH_CAPTURES");
        }
        return new Clips(folder);
    }

    /** Names of all files, such as {@code ts/france.ts}. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .map(file -> folder + '/' + file.getFileName())
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /**
     * What of a file is decoded: itself, or the services of a transport stream.
     *
     * @throws UnusableRecordingException if it is no recording that the product reads
     */
    List<Recording> decoded(String name) throws UnusableRecordingException, IOException {
        // by content a WAV file may be I/Q, and by folder it is not
        RecordingKind kind = name.startsWith("audio/") ? RecordingKind.MEDIA : null;
        RecordingOptions options = new RecordingOptions(null, null, null, null, kind, null);
        Recording recording = new RecordingInspector(options)
                .inspect(new FeedSpec("clip", file(name).toString()));
        return recording.layout() instanceof MediaLayout
                ? List.of(recording)
                : recording.kind() == RecordingKind.TS
                        ? ServiceSurvey.decoded(recording, ServiceChoice.parse("all"))
                        : List.of();
    }
}

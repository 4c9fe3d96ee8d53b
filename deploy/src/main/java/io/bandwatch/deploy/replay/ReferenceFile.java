package io.bandwatch.deploy.replay;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.ServiceSurvey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The recording of what should have been on air. */
final class ReferenceFile {
    /** The feed that it is. */
    static final String FEED = "reference";

    private ReferenceFile() {}

    /**
     * Opens it as a feed of its own: its programme, and the stream that has it, which tells of breaks. Where it does not say when it was, it
     * begins with the first of the others.
     *
     * @throws UnusableInputException if it holds no programme, or several
     */
    static List<Recording> open(Path file, Usable usable) {
        if (usable.recordings().stream().anyMatch(recording -> recording.feed().equals(FEED))) {
            throw new UnusableInputException(List.of("a feed is called '" + FEED
                    + "', which is what --reference is called; name the recording otherwise, as FEED=PATH"));
        }
        try {
            Instant first = first(usable);
            return parts(file, SoundFile.inspected(new FeedSpec(FEED, file.toString()))).stream()
                    .map(part -> part.timeKnown() ? part : part.from(first))
                    .toList();
        } catch (UnusableRecordingException | IOException unusable) {
            throw new UnusableInputException("--reference " + unusable.getMessage(), unusable);
        }
    }

    private static List<Recording> parts(Path file, Recording found) throws IOException {
        if (found.kind() != RecordingKind.TS) {
            return List.of(found);
        }
        List<Recording> services = ServiceSurvey.decoded(found, ServiceChoice.parse("all"));
        if (services.size() != 1) {
            throw new UnusableInputException(List.of("--reference " + file + " has " + services.size()
                    + " services that can be decoded; give a recording of one"));
        }
        return List.of(found, services.get(0));
    }

    private static Instant first(Usable usable) {
        return usable.recordings().stream()
                .map(Recording::start)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}

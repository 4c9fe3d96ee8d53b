package io.bandwatch.deploy.replay;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.RecordingInspector;
import io.bandwatch.ingest.inspect.ServiceSurvey;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The recordings that can be used, and how many cannot, by kind of defect.
 *
 * @param recordings in the order given, at least one
 * @param read the same, and after each transport stream the services of it that are decoded
 * @param refused counts by kind
 */
record Usable(List<Recording> recordings, List<Recording> read, Map<String, Long> refused) {

    /**
     * Looks into recordings. What cannot be used is told on {@code err}, the others go on.
     *
     * @throws UnusableInputException if none can be used, with one line for each
     */
    static Usable among(List<FeedSpec> specs, RecordingOptions options, ServiceChoice decoded, PrintWriter err) {
        RecordingInspector inspector = new RecordingInspector(options);
        List<Recording> recordings = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Map<String, Long> refused = new TreeMap<>();
        for (FeedSpec spec : specs) {
            try {
                recordings.add(inspector.inspect(spec));
            } catch (UnusableRecordingException unusable) {
                lines.add(String.valueOf(unusable.getMessage()));
                refused.merge(unusable.kind().replace('-', '_'), 1L, Long::sum);
            }
        }
        if (recordings.isEmpty()) {
            throw new UnusableInputException(lines);
        }
        lines.forEach(line -> err.println("bandwatch: left out: " + line));
        err.flush();
        return new Usable(List.copyOf(recordings), read(recordings, decoded), refused);
    }

    private static List<Recording> read(List<Recording> recordings, ServiceChoice decoded) {
        List<Recording> read = new ArrayList<>();
        for (Recording recording : recordings) {
            read.add(recording);
            if (decoded.any() && recording.kind() == RecordingKind.TS) {
                try {
                    read.addAll(ServiceSurvey.decoded(recording, decoded));
                } catch (IOException unreadable) {
                    throw new UnusableInputException(
                            recording.path() + ": cannot be read any more; put it back", unreadable);
                }
            }
        }
        return List.copyOf(read);
    }
}

package io.bandwatch.deploy.replay;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.RecordingInspector;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The recordings that can be used, and how many cannot, by kind of defect.
 *
 * @param recordings in the order given, at least one
 * @param refused counts by kind
 */
record Usable(List<Recording> recordings, Map<String, Long> refused) {

    /**
     * Looks into recordings. What cannot be used is told on {@code err}, the others go on.
     *
     * @throws UnusableInputException if none can be used, with one line for each
     */
    static Usable among(List<FeedSpec> specs, RecordingOptions options, PrintWriter err) {
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
        return new Usable(List.copyOf(recordings), refused);
    }
}

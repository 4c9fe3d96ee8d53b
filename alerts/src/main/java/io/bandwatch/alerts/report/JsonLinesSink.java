package io.bandwatch.alerts.report;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.report.file.CountedFile;
import io.bandwatch.alerts.report.file.FileState;
import io.bandwatch.alerts.report.file.LineFileSink;
import io.bandwatch.alerts.report.file.LineFileWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the result of a run: records of intervals as they come; at the end one line for each carrier, the last state of
 * each incident, and the summary. Exactly once: a run that was killed and resumed from a checkpoint gives the same bytes
 * as an undisturbed one, for the same path. Parallelism 1.
 */
public final class JsonLinesSink extends LineFileSink<ResultRecord> {
    private static final long serialVersionUID = 1L;

    private final SummarySeed seed;

    /**
     * Names the file.
     *
     * @param path result file; replaced if it exists and the run is not resumed
     * @param seed what the summary says that is known already
     */
    public JsonLinesSink(Path path, SummarySeed seed) {
        super(path);
        this.seed = seed;
    }

    @Override
    protected LineFileWriter<ResultRecord> writer(Path file, FileState state, Closeable guard) throws IOException {
        return new LineFileWriter<>(
                new CountedFile(file, state.length()), new ResultFormat(seed, state.kept()), state.finished(), guard);
    }
}

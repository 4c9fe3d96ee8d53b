package io.bandwatch.alerts.journal;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.report.file.FileState;
import io.bandwatch.alerts.report.file.LineFileSink;
import io.bandwatch.alerts.report.file.LineFileWriter;
import io.bandwatch.alerts.report.file.WriterLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * Writes each record as a line when it comes: carriers of intervals, and incidents after each change. Exactly once: after a restart the
 * file is cut to its length at the checkpoint, and goes on there. Whoever reads it meanwhile may have seen lines that are cut off
 * and then written anew, the same or in another order. Parallelism 1; where the writer of an earlier attempt still lives, as on a
 * host that is cut off, the new one waits for its end.
 *
 * <p>After a day a new file is begun, with what the last one said of all that is now; the last one is kept beside it for a while.
 */
public final class JournalSink extends LineFileSink<ResultRecord> {
    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration keep;

    /**
     * Names the file.
     *
     * @param path the journal; replaced if it exists and the job is not resumed
     * @param keep how long files are kept that were the journal before
     */
    public JournalSink(Path path, Duration keep) {
        super(path);
        this.keep = keep;
    }

    @Override
    protected LineFileWriter<ResultRecord> writer(Path file, FileState state, Closeable guard) throws IOException {
        return JournalWriter.open(new JournalFiles(file), state, keep, Clock.systemUTC(), guard);
    }

    @Override
    protected Closeable keepOthersOut(Path file) throws IOException {
        return WriterLock.await(file, PATIENCE);
    }
}

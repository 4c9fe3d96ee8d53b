package io.bandwatch.alerts.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.report.file.CountedFile;
import io.bandwatch.alerts.report.file.FileState;
import io.bandwatch.alerts.report.file.LineFileWriter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a journal, and begins a new file once the one it writes is a day old. That one begins with a line that says so, and with all
 * lines that whoever reads it alone needs to know what is now.
 */
final class JournalWriter extends LineFileWriter<ResultRecord> {
    /** How long a file is written. */
    static final Duration LENGTH = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JournalFiles files;
    private final CountedFile file;
    private final JournalFormat format;
    private final LiveBoard board;
    private final Duration keep;
    private final Clock clock;

    private JournalWriter(
            JournalFiles files,
            CountedFile file,
            JournalFormat format,
            boolean finished,
            Duration keep,
            Clock clock,
            Closeable guard) {
        super(file, format, finished, guard);
        this.files = files;
        this.file = file;
        this.format = format;
        this.board = new LiveBoard(files.journal());
        this.keep = keep;
        this.clock = clock;
    }

    /**
     * Goes on where a checkpoint left the journal.
     *
     * @param keep how long files are kept that were the journal before
     * @param guard closed with the writer
     * @throws IOException if a file cannot be opened or renamed, or is shorter than at the checkpoint
     */
    static JournalWriter open(JournalFiles files, FileState state, Duration keep, Clock clock, Closeable guard)
            throws IOException {
        Optional<Instant> began = JournalFormat.began(state.kept());
        if (began.isPresent()) {
            files.putBack(began.get());
        }
        return new JournalWriter(
                files,
                new CountedFile(files.journal(), state.length()),
                new JournalFormat(began.orElseGet(clock::instant)),
                state.finished(),
                keep,
                clock,
                guard);
    }

    /** Where there is no room for a new file, the old one is gone on with. */
    @Override
    public List<FileState> snapshotState(long checkpointId) throws IOException {
        List<FileState> whole = super.snapshotState(checkpointId);
        Instant now = clock.instant();
        Path ended = files.from(format.began());
        try {
            if (now.isBefore(format.began().plus(LENGTH))) {
                // read on little by little: a day at once would hold up what is to be written
                board.now();
                return whole;
            }
            writeNext(now, ended);
        } catch (IOException full) {
            LOG.warn("{} goes on for another while: {}", files.journal(), full.getMessage());
            return whole;
        }
        file.goOnIn(files.next(), ended);
        format.begin(now);
        files.forget(now.minus(keep));
        return super.snapshotState(checkpointId);
    }

    private void writeNext(Instant now, Path ended) throws IOException {
        List<JsonNode> lines = board.carried();
        try (BufferedWriter next = Files.newBufferedWriter(files.next())) {
            next.write(JSON.createObjectNode()
                    .put("type", "journal")
                    .put("time", now.toString())
                    .put("before", String.valueOf(ended.getFileName()))
                    .put("repeated", lines.size())
                    .toString());
            next.write('\n');
            for (JsonNode line : lines) {
                next.write(line.toString());
                next.write('\n');
            }
        }
        try (FileChannel written = FileChannel.open(files.next(), StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }
}

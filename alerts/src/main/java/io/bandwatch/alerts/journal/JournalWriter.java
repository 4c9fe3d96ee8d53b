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
    private boolean isTooLong;

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
        JournalWriter writer = new JournalWriter(
                files,
                new CountedFile(files.journal(), state.length()),
                new JournalFormat(began.orElseGet(clock::instant)),
                state.finished(),
                keep,
                clock,
                guard);
        // what is there already is read before the job runs
        writer.readOn();
        return writer;
    }

    /** Where there is no room for a new file, the old one is gone on with. */
    @Override
    public List<FileState> snapshotState(long checkpointId) throws IOException {
        List<FileState> whole = super.snapshotState(checkpointId);
        Instant now = clock.instant();
        if (Duration.between(format.began(), now).abs().compareTo(LENGTH) < 0) {
            readOn();
            return whole;
        }
        Path ended = files.from(format.began());
        try {
            writeNext(now, ended);
        } catch (IOException full) {
            if (!isTooLong) {
                LOG.warn(
                        "{} goes on beyond its day, for no new file can be written: {}",
                        files.journal(),
                        full.getMessage());
            }
            isTooLong = true;
            return whole;
        }
        isTooLong = false;
        file.goOnIn(files.next(), ended);
        format.begin(now);
        files.forget(now.minus(keep), keep.dividedBy(LENGTH));
        return super.snapshotState(checkpointId);
    }

    /** What was added since the last checkpoint, so that a day need not be read at once when it is over. */
    private void readOn() {
        try {
            board.now();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read while it is written: {}", files.journal(), unreadable.getMessage());
        }
    }

    private void writeNext(Instant now, Path ended) throws IOException {
        List<JsonNode> lines = board.carried();
        try {
            write(now, ended, lines);
        } catch (IOException full) {
            try {
                // where there is no room, half of it would take what is left
                Files.deleteIfExists(files.next());
            } catch (IOException stuck) {
                full.addSuppressed(stuck);
            }
            throw full;
        }
    }

    private void write(Instant now, Path ended, List<JsonNode> lines) throws IOException {
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

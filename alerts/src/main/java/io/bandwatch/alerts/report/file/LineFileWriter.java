package io.bandwatch.alerts.report.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/** Writes records to a file, each exactly once. */
public class LineFileWriter<T> implements StatefulSinkWriter<T, FileState> {
    private final CountedFile file;
    private final LineFormat<T> format;
    private final Closeable guard;
    private boolean finished;

    public LineFileWriter(CountedFile file, LineFormat<T> format, boolean finished) {
        this(file, format, finished, () -> {});
    }

    /** @param guard closed after the file */
    public LineFileWriter(CountedFile file, LineFormat<T> format, boolean finished, Closeable guard) {
        this.file = file;
        this.format = format;
        this.finished = finished;
        this.guard = guard;
    }

    @Override
    public void write(T value, Context context) throws IOException {
        if (finished) {
            throw new IOException("a record came after the end of the result had been written: " + value);
        }
        Long timestampMs = context.timestamp();
        file.write(format.accept(value, timestampMs == null ? Long.MIN_VALUE : timestampMs));
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException {
        if (!finished) {
            file.write(format.upTo(watermark.getTimestamp()));
            if (format.isReadMeanwhile()) {
                file.flush();
            }
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
        // a job that was restored after its end reaches the end again
        if (endOfInput && !finished) {
            for (byte[] line : format.end()) {
                file.write(line);
            }
            finished = true;
            file.sync();
        }
    }

    @Override
    public List<FileState> snapshotState(long checkpointId) throws IOException {
        return List.of(new FileState(file.sync(), finished, finished ? new byte[0] : format.snapshot()));
    }

    @Override
    public void close() throws IOException {
        try (guard) {
            file.close();
        }
    }
}

package io.bandwatch.alerts.report.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** What sinks of lines have in common: one writer, one file, continued where a checkpoint left it. */
public abstract class LineFileSink<T> implements Sink<T>, SupportsWriterState<T, FileState> {
    private static final long serialVersionUID = 1L;

    private static final Closeable NOBODY_ELSE = () -> {};

    private final String path;

    protected LineFileSink(Path path) {
        this.path = path.toAbsolutePath().toString();
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return open(context, new FileState(0, false, new byte[0]));
    }

    @Override
    public StatefulSinkWriter<T, FileState> restoreWriter(WriterInitContext context, Collection<FileState> states)
            throws IOException {
        if (states.size() != 1) {
            throw new IllegalStateException("a result file has one writer, but the checkpoint holds " + states.size());
        }
        return open(context, states.iterator().next());
    }

    private StatefulSinkWriter<T, FileState> open(WriterInitContext context, FileState state) throws IOException {
        int writers = context.getTaskInfo().getNumberOfParallelSubtasks();
        if (writers != 1) {
            throw new IllegalStateException("a result file has one writer; set parallelism 1 instead of " + writers);
        }
        Closeable guard = keepOthersOut(Path.of(path));
        try {
            return writer(Path.of(path), state, guard);
        } catch (IOException unusable) {
            guard.close();
            throw unusable;
        }
    }

    /**
     * What writes the file from where a checkpoint left it.
     *
     * @param guard closed with the writer
     */
    protected abstract LineFileWriter<T> writer(Path file, FileState state, Closeable guard) throws IOException;

    /** What keeps other writers out of the file until it is closed; nothing where only one is ever started. */
    protected Closeable keepOthersOut(Path file) throws IOException {
        return NOBODY_ELSE;
    }

    @Override
    public SimpleVersionedSerializer<FileState> getWriterStateSerializer() {
        return new FileStateSerializer();
    }
}

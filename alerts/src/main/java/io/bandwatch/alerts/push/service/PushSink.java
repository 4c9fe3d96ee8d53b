package io.bandwatch.alerts.push.service;

import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.journal.AcknowledgementTail;
import io.bandwatch.alerts.push.settings.PushSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.jspecify.annotations.Nullable;

/**
 * Hands every change of an incident to a {@link PushService}, which lives where the writer runs. At least once: a change is on
 * disk before its record counts as written, so a checkpoint never covers one that could be lost; those handed in again after a
 * restart make no second push. One writer only, for the rules see all incidents together: set its parallelism to 1.
 */
public final class PushSink implements Sink<ResultRecord> {
    private static final long serialVersionUID = 1L;

    private final PushSettings settings;
    private final String folder;
    private final @Nullable String acknowledgements;

    /**
     * A sink.
     *
     * @param folder of the outbox, on the host of the writer
     * @param acknowledgements file there in which people say that they know of incidents, or null
     */
    public PushSink(PushSettings settings, String folder, @Nullable String acknowledgements) {
        this.settings = settings;
        this.folder = folder;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public SinkWriter<ResultRecord> createWriter(WriterInitContext context) throws IOException {
        if (context.getTaskInfo().getNumberOfParallelSubtasks() != 1) {
            throw new IllegalStateException(
                    "the rules of pushes see all incidents together: give the sink parallelism 1");
        }
        AcknowledgementTail tail = acknowledgements == null ? null : new AcknowledgementTail(Path.of(acknowledgements));
        PushService service = new PushService(settings, Path.of(folder), System.getenv(), tail, Clock.systemUTC());
        service.start();
        return new Writer(service);
    }

    /** Hands records on. */
    private record Writer(PushService service) implements SinkWriter<ResultRecord> {
        @Override
        public void write(ResultRecord value, Context context) throws IOException {
            if (value.carrier() != null) {
                service.observe(value.carrier());
            }
            if (value.incident() != null) {
                service.accept(value.incident());
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            // what was accepted is on disk already
        }

        @Override
        public void close() throws IOException {
            service.close();
        }
    }
}

package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.influx.health.StoreHealthFile;
import io.bandwatch.alerts.series.Point;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes time series to InfluxDB. At-least-once delivery of points that overwrite themselves: nothing is lost,
 * because a checkpoint is complete only when every point before it is in the store or on disk; nothing is doubled, because a
 * point sent again has the same measurement, tags and time.
 *
 * <p>A sink that waits is for recordings: the store may be down for as long as the retry schedule says, and the job waits for it. A point
 * that the store refuses fails the job and is named. One that forwards is for what is on air now: the job goes on however long the store
 * is down, and after a point that it refuses (docs/decisions/0031).
 *
 * <p>Credentials come from BANDWATCH_INFLUX_USER and BANDWATCH_INFLUX_PASSWORD, or BANDWATCH_INFLUX_TOKEN, in the
 * environment of the process that writes.
 */
public final class InfluxSink implements Sink<Point> {
    private static final long serialVersionUID = 1L;

    /** A day of the points of some 300 carriers. */
    private static final long MOST_SPOOLED_BYTES = 4L << 30;

    private final InfluxSettings settings;
    private final @Nullable String spool;

    private InfluxSink(InfluxSettings settings, @Nullable String spool) {
        this.settings = settings;
        this.spool = spool;
    }

    /** For recordings, which can wait. */
    public static InfluxSink waiting(InfluxSettings settings) {
        return new InfluxSink(settings, null);
    }

    /**
     * For what is on air now. One writer only.
     *
     * @param spool folder on the host of the writer, where points are kept until the store has them
     */
    public static InfluxSink forwarding(InfluxSettings settings, String spool) {
        return new InfluxSink(settings, spool);
    }

    @Override
    public SinkWriter<Point> createWriter(WriterInitContext context) throws IOException {
        PointStore store = new InfluxStore(settings, InfluxCredentials.from(System.getenv()));
        if (spool == null) {
            return new InfluxWriter(new PointSender(settings, store, System::nanoTime));
        }
        if (context.getTaskInfo().getNumberOfParallelSubtasks() != 1) {
            throw new IllegalStateException("a spool of points has one writer: give the sink parallelism 1");
        }
        PointSpool kept = new PointSpool(Path.of(spool), MOST_SPOOLED_BYTES);
        return new InfluxWriter(
                new PointForwarder(settings, store, kept, new StoreHealthFile(Path.of(spool)), System::nanoTime));
    }
}

package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.series.Point;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes time series to InfluxDB. At-least-once delivery of points that overwrite themselves: nothing is lost,
 * because a checkpoint is complete only when the store has accepted every point before it; nothing is doubled, because a
 * point sent again has the same measurement, tags and time. The store may be down for as long as the retry schedule says;
 * the job then waits once its buffer is full. A point that the store refuses fails the job and is named.
 *
 * <p>Credentials come from BANDWATCH_INFLUX_USER and BANDWATCH_INFLUX_PASSWORD, or BANDWATCH_INFLUX_TOKEN, in the
 * environment of the process that writes.
 */
public final class InfluxSink implements Sink<Point> {
    private static final long serialVersionUID = 1L;

    private final InfluxSettings settings;

    public InfluxSink(InfluxSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<Point> createWriter(WriterInitContext context) {
        InfluxCredentials credentials = InfluxCredentials.from(System.getenv());
        return new InfluxWriter(new PointSender(settings, new InfluxStore(settings, credentials), System::nanoTime));
    }
}

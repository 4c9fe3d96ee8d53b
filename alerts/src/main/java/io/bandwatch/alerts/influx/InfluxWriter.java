package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.series.Point;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Hands points to a buffer; a checkpoint waits until none of them can be lost. */
final class InfluxWriter implements SinkWriter<Point> {
    private final PointBuffer buffer;

    InfluxWriter(PointBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public void write(Point value, Context context) throws IOException, InterruptedException {
        Optional<String> line = PointLines.line(value);
        if (line.isPresent()) {
            buffer.offer(line.get());
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        buffer.secure();
    }

    @Override
    public void close() throws IOException {
        buffer.close();
    }
}

package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.series.Point;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Hands points to the sender; a checkpoint waits until all of them are in the store. */
final class InfluxWriter implements SinkWriter<Point> {
    private final PointSender sender;

    InfluxWriter(PointSender sender) {
        this.sender = sender;
    }

    @Override
    public void write(Point value, Context context) throws IOException, InterruptedException {
        Optional<String> line = PointLines.line(value);
        if (line.isPresent()) {
            sender.offer(line.get());
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        sender.awaitAccepted();
    }

    @Override
    public void close() {
        sender.close();
    }
}

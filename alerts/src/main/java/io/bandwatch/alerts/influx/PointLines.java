package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.Point;
import java.util.List;
import java.util.Optional;

/** Points as lines of the store. */
final class PointLines {
    private PointLines() {}

    /** The line, or nothing for a point of which no field is known: the grammar wants one. */
    static Optional<String> line(Point point) {
        Measurement schema = point.schema();
        LinePoint line = new LinePoint(schema.name(point.resolution()));
        List<String> tags = schema.tagNames();
        for (int i = 0; i < tags.size(); i++) {
            line.tag(tags.get(i), point.tags()[i]);
        }
        List<String> columns = schema.columns(point.resolution());
        boolean known = false;
        for (int i = 0; i < columns.size(); i++) {
            String text = point.texts()[i];
            if (text != null) {
                line.field(columns.get(i), text);
            } else {
                line.field(columns.get(i), point.numbers()[i]);
            }
            known |= text != null || Double.isFinite(point.numbers()[i]);
        }
        return known ? Optional.of(line.at(point.time())) : Optional.empty();
    }
}

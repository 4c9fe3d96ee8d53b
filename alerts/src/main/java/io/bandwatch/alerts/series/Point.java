package io.bandwatch.alerts.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point of a series. Crosses edges of the job; nobody changes its arrays.
 *
 * @param measurement base name of its measurement
 * @param resolution how much time it stands for
 * @param time begin of that time
 * @param weightNs time of it in which something was measured, ns: what its values weigh in a mean
 * @param tags values of the tags, in the order of the schema
 * @param numbers values of the columns that are numbers, in the order of the schema; NaN where unknown, and for texts
 * @param texts values of the columns that are texts; null where unknown, and for numbers
 */
public record Point(
        String measurement,
        Resolution resolution,
        Instant time,
        long weightNs,
        String[] tags,
        double[] numbers,
        @Nullable String[] texts) {
    /** Its measurement. */
    public Measurement schema() {
        return MetricSchema.measurement(measurement);
    }

    /** What tells its series from others, of whatever resolution. */
    public String series() {
        return measurement + '\n' + String.join("\n", tags);
    }
}

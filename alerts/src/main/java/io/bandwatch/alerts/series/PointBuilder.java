package io.bandwatch.alerts.series;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one point as measured. What the schema does not have cannot be told. */
public final class PointBuilder {
    private final Measurement measurement;
    private final Instant time;
    private final long weightNs;
    private final List<String> tagNames;
    private final List<String> columns;
    private final @Nullable String[] tags;
    private final double[] numbers;
    private final @Nullable String[] texts;

    /**
     * @param time begin of what was measured
     * @param weightNs for how long it was measured, ns
     */
    public PointBuilder(Measurement measurement, Instant time, long weightNs) {
        this.measurement = measurement;
        this.time = time;
        this.weightNs = weightNs;
        this.tagNames = measurement.tagNames();
        this.columns = measurement.columns(Resolution.SECOND);
        this.tags = new String[tagNames.size()];
        this.numbers = new double[columns.size()];
        this.texts = new String[columns.size()];
        Arrays.fill(numbers, Double.NaN);
    }

    public PointBuilder tag(String name, String value) {
        tags[index(tagNames, name)] = value;
        return this;
    }

    /** NaN where it is unknown. */
    public PointBuilder number(String name, double value) {
        numbers[index(columns, name)] = value;
        return this;
    }

    /** A count; exact up to 2^53. */
    public PointBuilder number(String name, long value) {
        return number(name, (double) value);
    }

    /** Null where it is unknown. */
    public PointBuilder text(String name, @Nullable String value) {
        texts[index(columns, name)] = value;
        return this;
    }

    public Point build() {
        String[] complete = new String[tags.length];
        for (int i = 0; i < tags.length; i++) {
            String tag = tags[i];
            if (tag == null || tag.isEmpty()) {
                throw new IllegalArgumentException(
                        "tag " + tagNames.get(i) + " of " + measurement.base() + " is empty");
            }
            complete[i] = tag;
        }
        return new Point(measurement.base(), Resolution.SECOND, time, weightNs, complete, numbers, texts);
    }

    private int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(measurement.base() + " has no " + name + ", but " + names);
        }
        return index;
    }
}

package io.bandwatch.alerts.influx;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One point in line protocol (InfluxDB 1.x documentation, "Line protocol reference"): measurement, tags and fields in
 * the order of their names, time in nanoseconds.
 *
 * <p>The grammar has no way to write a line break in a tag, nor a backslash before its end, so control characters and
 * backslashes in tags become {@code %} and their code, as in URLs. The formatter of influxdb-java was not taken: it
 * writes a tag that ends in a backslash unchanged, and the backslash then swallows the comma after it.
 */
final class LinePoint {
    private final String measurement;
    private final TreeMap<String, String> tags = new TreeMap<>();
    private final TreeMap<String, String> fields = new TreeMap<>();

    LinePoint(String measurement) {
        this.measurement = measurement;
    }

    LinePoint tag(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("tag " + name + " of " + measurement + " is empty");
        }
        tags.put(name, value);
        return this;
    }

    /** Left out if it is not finite: unknown is absent. */
    LinePoint field(String name, double value) {
        if (Double.isFinite(value)) {
            fields.put(name, Double.toString(value));
        }
        return this;
    }

    LinePoint field(String name, String value) {
        fields.put(name, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        return this;
    }

    String at(Instant time) {
        StringBuilder line = new StringBuilder(escaped(measurement));
        tags.forEach((name, value) ->
                line.append(',').append(escaped(name)).append('=').append(escaped(value)));
        char separator = ' ';
        for (Map.Entry<String, String> field : fields.entrySet()) {
            line.append(separator).append(escaped(field.getKey())).append('=').append(field.getValue());
            separator = ',';
        }
        return line.append(' ').append(epochNs(time)).toString();
    }

    /** Nanoseconds since 1970; a {@code long} holds them from 1677 to 2262. */
    static long epochNs(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == ',' || c == '=') {
                escaped.append('\\').append(c);
            } else if (c == '\\' || Character.isISOControl(c)) {
                escaped.append(String.format("%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}

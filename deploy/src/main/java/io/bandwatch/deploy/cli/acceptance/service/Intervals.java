package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The intervals of one receiver in the journal, one after the other.
 *
 * @param count of them
 * @param missing time between the end of one and the begin of the next, together
 * @param doubled time that is in two of them, together
 */
public record Intervals(int count, Duration missing, Duration doubled) {
    /** Times in records are whole in milliseconds. */
    private static final Duration EXACT = Duration.ofMillis(2);

    /**
     * Counts them.
     *
     * @param records of one receiver, in order of the journal
     */
    public static Intervals of(List<JsonNode> records) {
        Duration missing = Duration.ZERO;
        Duration doubled = Duration.ZERO;
        for (int i = 1; i < records.size(); i++) {
            Duration apart = Duration.between(end(records.get(i - 1)), begin(records.get(i)));
            missing = apart.isNegative() ? missing : missing.plus(apart);
            doubled = apart.isNegative() ? doubled.minus(apart) : doubled;
        }
        return new Intervals(records.size(), missing, doubled);
    }

    /** Whether no time is in two of them. */
    public boolean areApart() {
        return doubled.compareTo(EXACT.multipliedBy(count)) <= 0;
    }

    private static Instant begin(JsonNode record) {
        return Instant.parse(record.path("time").asText());
    }

    private static Instant end(JsonNode record) {
        return begin(record)
                .plusNanos(Math.round(1e9 * record.path("duration_s").asDouble()));
    }
}

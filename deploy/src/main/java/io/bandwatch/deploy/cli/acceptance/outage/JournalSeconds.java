package io.bandwatch.deploy.cli.acceptance.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a journal has of its one receiver, interval by interval; read anew each time. */
record JournalSeconds(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private List<JsonNode> records() throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            // the last may be half written
            if (line.endsWith("}")) {
                JsonNode record = JSON.readTree(line);
                if (record.path("type").asText().equals("receiver")) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    /** When the intervals begin. */
    List<Instant> times() throws IOException {
        return records().stream().map(JournalSeconds::from).toList();
    }

    /** The longest time between the end of one and the begin of the next. */
    Duration longestGap() throws IOException {
        List<JsonNode> records = records();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < records.size(); i++) {
            Duration gap = Duration.between(until(records.get(i - 1)), from(records.get(i)));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    private static Instant from(JsonNode record) {
        return Instant.parse(record.path("time").asText());
    }

    private static Instant until(JsonNode record) {
        return from(record).plusNanos(Math.round(1e9 * record.path("duration_s").asDouble()));
    }
}

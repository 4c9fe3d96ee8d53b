package io.bandwatch.deploy.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A file of records that somebody else writes; its last line may be half written. */
record Journal(Path file) {
    private static final long PATIENCE_S = 240;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Waits until the records are as they should be. */
    void await(Predicate<List<JsonNode>> wanted) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (System.nanoTime() < endNs) {
            if (Files.exists(file) && wanted.test(records())) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("not within " + PATIENCE_S + " s: " + (Files.exists(file) ? records() : "nothing"));
    }

    byte[] wholeLines() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return Arrays.copyOf(bytes, end);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<JsonNode> records() {
        List<JsonNode> records = new ArrayList<>();
        for (String line :
                new String(wholeLines(), StandardCharsets.UTF_8).lines().toList()) {
            try {
                records.add(JSON.readTree(line));
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }
        return records;
    }

    /** Incidents, each as often as it was told. */
    static List<JsonNode> incidents(List<JsonNode> records) {
        return records.stream()
                .filter(record -> record.path("type").asText().equals("incident"))
                .toList();
    }

    /** The ids of incidents of a kind. */
    static Set<String> ids(List<JsonNode> records, String kind) {
        Set<String> ids = new HashSet<>();
        incidents(records).stream()
                .filter(record -> record.path("kind").asText().equals(kind))
                .forEach(record -> ids.add(record.path("id").asText()));
        return ids;
    }
}

package io.bandwatch.alerts.influx.health;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether points reach their store, in a file beside those that wait: a store may answer, and take nothing. Who writes it may be another
 * process than who reads it: it is replaced as a whole.
 */
public final class StoreHealthFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param folder of the points that wait */
    public StoreHealthFile(Path folder) {
        this.file = folder.resolve("health.json");
    }

    /**
     * Tells how it is from now on.
     *
     * @param problem what is wrong, or an empty text
     * @param droppedPoints points that were given up since the writer began, for want of room
     */
    public void write(String problem, long droppedPoints, Instant now) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("since", now.toString());
        json.put("problem", problem);
        json.put("dropped_points", droppedPoints);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(json));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is wrong; empty where points go their way, or nobody has said anything yet. */
    public Optional<String> problem() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            Instant since = Instant.parse(json.path("since").asText());
            long dropped = json.path("dropped_points").asLong();
            String problem = json.path("problem").asText();
            if (problem.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of("points wait on disk since " + since + ": " + problem
                    + (dropped > 0 ? "; there was no room for the " + dropped + " oldest, which are given up" : ""));
        } catch (JacksonException | DateTimeException malformed) {
            return Optional.of(file + " is no account of points: " + malformed.getMessage());
        } catch (IOException unreadable) {
            return Optional.of(file + " cannot be read: " + unreadable.getMessage());
        }
    }
}

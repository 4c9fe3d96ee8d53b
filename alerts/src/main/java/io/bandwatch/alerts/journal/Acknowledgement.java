package io.bandwatch.alerts.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Somebody has said that he knows of an incident.
 *
 * @param incident its id
 * @param time when it was said
 * @param who by whom; empty where it was not told
 * @param note what he had to say about it; empty for nothing
 */
public record Acknowledgement(String incident, Instant time, String who, String note) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WHO = 100;
    private static final int MOST_NOTE = 1000;

    /** @throws IllegalArgumentException if a text is too long */
    public Acknowledgement {
        who = who.strip();
        note = note.strip();
        if (who.length() > MOST_WHO || note.length() > MOST_NOTE) {
            throw new IllegalArgumentException(
                    "'who' has at most " + MOST_WHO + " characters, 'note' at most " + MOST_NOTE);
        }
    }

    /** What was said, without of what; what is empty is left out. */
    ObjectNode said() {
        ObjectNode said = JSON.createObjectNode().put("time", time.toString());
        if (!who.isEmpty()) {
            said.put("who", who);
        }
        return note.isEmpty() ? said : said.put("note", note);
    }

    /** As a line of a file, with its end. */
    String line() {
        ObjectNode line = JSON.createObjectNode().put("type", "acknowledgement").put("incident", incident);
        return line.setAll(said()) + "\n";
    }

    static Acknowledgement parse(String line) throws IOException {
        try {
            JsonNode read = JSON.readTree(line);
            return new Acknowledgement(
                    read.path("incident").asText(),
                    Instant.parse(read.path("time").asText()),
                    read.path("who").asText(),
                    read.path("note").asText());
        } catch (IOException | DateTimeException | IllegalArgumentException malformed) {
            throw new IOException("'" + line + "' is no acknowledgement", malformed);
        }
    }
}

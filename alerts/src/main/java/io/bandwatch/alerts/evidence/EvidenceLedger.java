package io.bandwatch.alerts.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the evidence of each incident: a line a change in a file, of which the last of an incident counts. What cannot be
 * written, as on a full disk, is known to this process at once, and written when it can be. Thread-safe.
 */
public final class EvidenceLedger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvidenceFolder folder;
    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Deque<Entry> unwritten = new ArrayDeque<>();

    /** What became of it. */
    public enum State {
        /** It is there. */
        KEPT,
        /** It could not be kept. */
        MISSING,
        /** It was kept for as long as it was to be. */
        EXPIRED
    }

    /**
     * What became of the evidence of an incident.
     *
     * @param incident id of the incident
     * @param state what became of it
     * @param at when
     * @param reason word for why it is missing, empty else
     * @param bytes size of what is kept
     * @param paths of its files, relative to the folder of evidence
     */
    public record Entry(String incident, State state, Instant at, String reason, long bytes, List<String> paths) {}

    /** @param root folder of evidence; need not be there yet */
    public EvidenceLedger(Path root) throws IOException {
        this.folder = new EvidenceFolder(root);
        this.file = root.resolve("ledger.jsonl");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                read(line).ifPresent(entry -> entries.put(entry.incident(), entry));
            }
        }
    }

    /** What became of it, as far as it is known. */
    public synchronized Optional<Entry> of(String incident) {
        return Optional.ofNullable(entries.get(incident));
    }

    /** Size of all evidence that is kept. */
    public synchronized long keptBytes() {
        return entries.values().stream().mapToLong(Entry::bytes).sum();
    }

    /** Evidence that was kept before a time. */
    public synchronized List<Entry> keptBefore(Instant time) {
        return entries.values().stream()
                .filter(entry -> entry.state() == State.KEPT && entry.at().isBefore(time))
                .toList();
    }

    /**
     * Notes what became of the evidence of an incident.
     *
     * @throws IOException if it cannot be written now; {@link #writeDown} tries again
     */
    public synchronized void note(Entry entry) throws IOException {
        entries.put(entry.incident(), entry);
        unwritten.add(entry);
        writeDown();
    }

    /** Writes what could not be written before. */
    public synchronized void writeDown() throws IOException {
        while (!unwritten.isEmpty()) {
            Files.createDirectories(folder.root());
            // a line that was cut short would take this one with it
            String begin = endsInTheMiddle() ? "\n" : "";
            Files.writeString(
                    file, begin + line(unwritten.element()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            unwritten.remove();
        }
    }

    private boolean endsInTheMiddle() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel open = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            open.position(open.size() - 1);
            return open.read(last) == 1 && last.get(0) != '\n';
        }
    }

    /** Deletes evidence that was kept for long enough, and notes that. */
    public synchronized void expire(Entry entry, Instant now) throws IOException {
        EvidenceFolder.delete(folder.of(entry.incident()));
        note(new Entry(entry.incident(), State.EXPIRED, now, "", 0, List.of()));
    }

    /**
     * A file of an incident's evidence.
     *
     * @param name its name without folders; only what the ledger lists is found
     */
    public Optional<Path> file(String incident, String name) {
        return of(incident).stream()
                .flatMap(entry -> entry.paths().stream())
                .filter(path -> path.equals(incident + '/' + name))
                .map(path -> folder.root().resolve(path))
                .findFirst();
    }

    private static String line(Entry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("incident", entry.incident());
        line.put("state", entry.state().name().toLowerCase(java.util.Locale.ROOT));
        line.put("at", entry.at().toString());
        if (!entry.reason().isEmpty()) {
            line.put("reason", entry.reason());
        }
        if (!entry.paths().isEmpty()) {
            line.put("bytes", entry.bytes());
            ArrayNode paths = line.putArray("paths");
            entry.paths().forEach(paths::add);
        }
        return line + "\n";
    }

    /** A line that a full disk cut short says nothing. */
    private static Optional<Entry> read(String line) {
        try {
            JsonNode said = JSON.readTree(line);
            List<String> paths = new ArrayList<>();
            said.path("paths").forEach(path -> paths.add(path.asText()));
            return Optional.of(new Entry(
                    said.path("incident").asText(),
                    State.valueOf(said.path("state").asText().toUpperCase(java.util.Locale.ROOT)),
                    Instant.parse(said.path("at").asText()),
                    said.path("reason").asText(),
                    said.path("bytes").asLong(),
                    paths));
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException cutShort) {
            return Optional.empty();
        }
    }
}

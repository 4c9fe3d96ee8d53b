package io.bandwatch.alerts.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands now, read from a journal as it grows: of each incident, carrier, receiver, stream and service the last line. A journal that
 * became shorter was cut back by a restart, and is read anew. What is kept is bounded by the carriers, services and open incidents there
 * are. Thread-safe.
 */
public final class LiveBoard {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CLOSED = 200;
    private static final double NS_PER_S = 1e9;

    private final Path journal;
    private final GrowingLines lines;
    private final Map<String, JsonNode> open = new LinkedHashMap<>();
    private final Map<String, JsonNode> closed = new LinkedHashMap<>();
    private final Map<String, JsonNode> carriers = new TreeMap<>();
    private final Map<String, JsonNode> receivers = new TreeMap<>();
    private final Map<String, JsonNode> streams = new TreeMap<>();
    private final Map<String, Map<Integer, JsonNode>> services = new TreeMap<>();
    private final Map<String, Map<Integer, JsonNode>> programmes = new TreeMap<>();

    /** @param journal need not be there yet */
    public LiveBoard(Path journal) {
        this.journal = journal;
        this.lines = new GrowingLines(journal);
    }

    /**
     * What stands now.
     *
     * @param incidents last lines, those that are open first, then those that were closed last
     * @param carriers last lines of carriers that were on air in the last interval of their feed
     * @param receivers last lines, by feed
     * @param streams last lines of transport streams, by feed
     * @param services last lines of services that a stream had in its last interval, by feed and number
     * @param programmes last lines of pictures and sound of services, by feed and number
     */
    public record Board(
            List<JsonNode> incidents,
            List<JsonNode> carriers,
            List<JsonNode> receivers,
            List<JsonNode> streams,
            List<JsonNode> services,
            List<JsonNode> programmes) {
        /** The same with more said of incidents. */
        Board withIncidents(List<JsonNode> told) {
            return new Board(told, carriers, receivers, streams, services, programmes);
        }

        /** Incidents that are not over. */
        public List<JsonNode> open() {
            return incidents.stream().filter(LiveBoard::isOpen).toList();
        }
    }

    /**
     * Reads what was added, and tells what stands.
     *
     * @throws IOException if the journal cannot be read; the message names it
     */
    public synchronized Board now() throws IOException {
        readOn();
        List<JsonNode> incidents = new ArrayList<>(open.values());
        incidents.sort(Comparator.comparing(LiveBoard::opened).reversed());
        List<JsonNode> over = new ArrayList<>(closed.values());
        over.sort(Comparator.comparing(LiveBoard::opened).reversed());
        incidents.addAll(over);
        return new Board(
                List.copyOf(incidents),
                onAir(),
                List.copyOf(receivers.values()),
                List.copyOf(streams.values()),
                all(services),
                all(programmes));
    }

    /**
     * Lines from which another board knows what this one does, but for carriers that have left the air.
     *
     * @throws IOException as {@link #now()}
     */
    synchronized List<JsonNode> carried() throws IOException {
        Board now = now();
        List<JsonNode> lines = new ArrayList<>(closed.values());
        lines.addAll(open.values());
        lines.addAll(now.carriers());
        lines.addAll(now.receivers());
        // the services of a stream follow it
        lines.addAll(now.streams());
        lines.addAll(now.services());
        lines.addAll(now.programmes());
        return lines;
    }

    private void readOn() throws IOException {
        try {
            lines.readOn(this::forget, line -> take(JSON.readTree(line)));
        } catch (JacksonException malformed) {
            throw new IOException(
                    journal + " holds a line that is no record: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private void forget() {
        List.of(open, closed, carriers, receivers, streams, services, programmes)
                .forEach(Map::clear);
    }

    private void take(JsonNode line) {
        switch (line.path("type").asText()) {
            case "incident" -> incident(line);
            case "carrier" -> carriers.put(place(line), line);
            case "receiver" -> receivers.put(feed(line), line);
            case "ts" -> {
                // its services follow; those that do not are there no more
                streams.put(feed(line), line);
                services.remove(feed(line));
            }
            case "service" -> ofFeed(services, line);
            case "programme" -> ofFeed(programmes, line);
            default -> {
                // splices and the ledger stand in the journal, and have no state of now
            }
        }
    }

    private static void ofFeed(Map<String, Map<Integer, JsonNode>> lines, JsonNode line) {
        lines.computeIfAbsent(feed(line), feed -> new TreeMap<>())
                .put(line.path("service_id").asInt(), line);
    }

    private static List<JsonNode> all(Map<String, Map<Integer, JsonNode>> lines) {
        return lines.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    private static String feed(JsonNode line) {
        return line.path("feed").asText();
    }

    private void incident(JsonNode line) {
        String id = line.path("id").asText();
        if (isOpen(line)) {
            // one that was closed since nobody followed it may be followed again
            closed.remove(id);
            open.put(id, line);
            return;
        }
        open.remove(id);
        closed.put(id, line);
        Iterator<String> oldest = closed.keySet().iterator();
        while (closed.size() > MOST_CLOSED && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private List<JsonNode> onAir() {
        Map<String, Instant> reached = new TreeMap<>();
        carriers.values()
                .forEach(
                        line -> reached.merge(feed(line), end(line), (one, other) -> one.isAfter(other) ? one : other));
        return carriers.values().stream()
                .filter(line -> line.path("presence").asDouble() > 0)
                .filter(line -> !end(line)
                        .isBefore(reached.getOrDefault(feed(line), Instant.MIN)
                                .minus(length(line).dividedBy(2))))
                .toList();
    }

    private static boolean isOpen(JsonNode incident) {
        return incident.path("state").asText().equals("open");
    }

    private static String opened(JsonNode incident) {
        return incident.path("opened").asText();
    }

    private static String place(JsonNode carrier) {
        return feed(carrier)
                + '|'
                + String.format(
                        java.util.Locale.ROOT,
                        "%012d",
                        carrier.path("channel_hz").asLong())
                + '|'
                + carrier.path("slot").asInt();
    }

    private static Duration length(JsonNode carrier) {
        return Duration.ofNanos(Math.round(carrier.path("duration_s").asDouble() * NS_PER_S));
    }

    static Instant end(JsonNode carrier) {
        return Instant.parse(carrier.path("time").asText()).plus(length(carrier));
    }
}

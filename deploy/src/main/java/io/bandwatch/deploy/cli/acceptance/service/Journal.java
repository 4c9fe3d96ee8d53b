package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the service has written down: the lines of each receiver, the last one of each incident, and what became of each evidence.
 *
 * @param lines of the journal
 * @param intervals of each receiver, by feed
 * @param incidents by id
 * @param evidence by incident: {@code kept}, {@code expired}, which was kept before, or {@code missing} and the reason
 */
public record Journal(
        long lines,
        Map<String, List<JsonNode>> intervals,
        Map<String, JsonNode> incidents,
        Map<String, String> evidence) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As it stands now. */
    public static Journal read(Path data) throws IOException {
        Map<String, List<JsonNode>> receivers = new TreeMap<>();
        Map<String, JsonNode> incidents = new LinkedHashMap<>();
        List<JsonNode> lines = whole(data.resolve("journal.jsonl"));
        for (JsonNode line : lines) {
            switch (line.path("type").asText()) {
                case "receiver" ->
                    receivers
                            .computeIfAbsent(line.path("feed").asText(), feed -> new ArrayList<>())
                            .add(line);
                case "incident" -> incidents.put(line.path("id").asText(), line);
                case "journal" ->
                    throw new IOException(
                            "the journal has gone on in another file, as after a day; what is counted stands in one");
                default -> {
                    // carriers are not accounted for
                }
            }
        }
        Map<String, String> evidence = new TreeMap<>();
        for (JsonNode line : whole(data.resolve("evidence/incidents/ledger.jsonl"))) {
            String word =
                    line.path("state").asText() + ' ' + line.path("reason").asText();
            evidence.put(line.path("incident").asText(), word.strip());
        }
        return new Journal(lines.size(), receivers, incidents, evidence);
    }

    /** The last interval of each receiver, by feed. */
    public Map<String, JsonNode> receivers() {
        Map<String, JsonNode> last = new TreeMap<>();
        intervals.forEach((feed, all) -> last.put(feed, all.get(all.size() - 1)));
        return last;
    }

    /** Lines of a file that may be written at this very moment. */
    static List<JsonNode> whole(Path file) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.endsWith("}")) {
                    records.add(JSON.readTree(line));
                }
            }
        }
        return records;
    }

    /** Those among incidents that are pushed and have no word on their evidence, by id. */
    public Set<String> unproven(Collection<JsonNode> among) {
        return among.stream()
                .filter(incident -> !incident.path("severity").asText().equals("info"))
                .map(incident -> incident.path("id").asText())
                .filter(id -> !evidence.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How often there is each word on evidence. */
    public Map<String, Integer> evidenceCounts() {
        Map<String, Integer> words = new TreeMap<>();
        evidence.values().forEach(word -> words.merge(word, 1, Integer::sum));
        return words;
    }

    /** Incidents of before a time, RFC 3339. */
    public Collection<JsonNode> openedBefore(String time) {
        return incidents.values().stream()
                .filter(incident -> incident.path("opened").asText().compareTo(time) < 0)
                .toList();
    }
}

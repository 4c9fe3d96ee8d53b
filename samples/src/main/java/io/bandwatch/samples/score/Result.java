package io.bandwatch.samples.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a result says of one feed: carriers of the whole recording, the receiver's artefacts among them, and incidents.
 */
record Result(List<Carrier> carriers, List<RaisedIncident> incidents) {
    /** A carrier that was found. */
    record Carrier(
            String feed,
            String place,
            double frequencyHz,
            double snrDb,
            String verdict,
            double confidence,
            List<String> reasons) {
        boolean isArtefact() {
            return verdict.equals("artefact");
        }

        String label() {
            return String.format(Locale.ROOT, "%.4f MHz", frequencyHz / 1e6);
        }
    }

    /** An incident that was raised. */
    record RaisedIncident(String feed, String kind, double frequencyHz, Instant opened, Instant raised, int presences) {
        String label() {
            return String.format(Locale.ROOT, "%s %.4f MHz from %s", kind, frequencyHz / 1e6, opened);
        }
    }

    /** Reads what a result says of one feed: the one named, or else the one that is named like the recording. */
    static Result read(Path file, String recording, @Nullable String feed) {
        ObjectMapper mapper = new ObjectMapper();
        List<Carrier> carriers = new ArrayList<>();
        List<JsonNode> incidentNodes = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                JsonNode record = mapper.readTree(line);
                String type = record.path("type").asText();
                if (type.equals("carrier") && !record.path("interval").asBoolean()) {
                    carriers.add(carrier(record));
                } else if (type.equals("incident")) {
                    incidentNodes.add(record);
                }
            }
            Result all = of(carriers, incidentNodes);
            return all.only(feed == null ? all.feedOf(file, recording) : feed);
        } catch (JsonProcessingException e) {
            throw new ScenarioException(
                    file + ":" + number + ": is no JSON (" + e.getOriginalMessage() + "); give a result in JSON Lines",
                    e);
        } catch (IOException | DateTimeException e) {
            throw new ScenarioException(
                    file + ":" + number + ": cannot be read (" + e.getMessage() + "); give a result in JSON Lines", e);
        }
    }

    private static Result of(List<Carrier> carriers, List<JsonNode> incidentNodes) {
        Map<String, Double> frequencies = new HashMap<>();
        carriers.forEach(carrier -> frequencies.put(carrier.place(), carrier.frequencyHz()));
        List<RaisedIncident> incidents = new ArrayList<>();
        for (JsonNode node : incidentNodes) {
            incidents.add(incident(node, frequencies));
        }
        return new Result(carriers, incidents);
    }

    /** The only feed there is, or the one named like the recording. */
    private String feedOf(Path file, String recording) {
        TreeSet<String> feeds = new TreeSet<>();
        carriers.forEach(carrier -> feeds.add(carrier.feed()));
        incidents.forEach(incident -> feeds.add(incident.feed()));
        if (feeds.size() < 2) {
            return feeds.isEmpty() ? "" : feeds.first();
        }
        return feeds.stream()
                .filter(name -> !name.isEmpty() && isOf(name, recording))
                .findFirst()
                .orElseThrow(() -> new ScenarioException(file + ": holds the feeds " + String.join(", ", feeds)
                        + ", and none is named like the recording '" + recording + "'; name one with --feed"));
    }

    private Result only(String feed) {
        return new Result(
                carriers.stream().filter(carrier -> carrier.feed().equals(feed)).toList(),
                incidents.stream()
                        .filter(incident -> incident.feed().equals(feed))
                        .toList());
    }

    private static boolean isOf(String feed, String recording) {
        return recording.equals(feed) || recording.startsWith(feed + ".") || recording.startsWith(feed + "-");
    }

    private static Carrier carrier(JsonNode record) {
        return new Carrier(
                record.path("feed").asText(),
                place(record),
                record.path("frequency_hz").asDouble(Double.NaN),
                record.path("snr_db").asDouble(Double.NaN),
                record.path("verdict").asText("none"),
                record.path("confidence").asDouble(Double.NaN),
                record.path("reasons").findValuesAsText("code"));
    }

    private static RaisedIncident incident(JsonNode record, Map<String, Double> frequencies) {
        JsonNode subject = record.path("subject");
        // the subject names a channel; the carrier in it says where exactly it is
        Double measured = frequencies.get(place(subject));
        return new RaisedIncident(
                subject.path("feed").asText(),
                record.path("kind").asText(),
                measured == null ? subject.path("channel_hz").asDouble(Double.NaN) : measured,
                Instant.parse(record.path("opened").asText()),
                Instant.parse(record.path("raised").asText()),
                record.path("presences").size());
    }

    private static String place(JsonNode node) {
        return node.path("feed").asText() + "|" + node.path("channel_hz").asLong() + "|"
                + node.path("slot").asInt();
    }
}

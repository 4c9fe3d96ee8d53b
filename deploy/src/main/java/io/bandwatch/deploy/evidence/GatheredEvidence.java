package io.bandwatch.deploy.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.bandwatch.alerts.evidence.EvidenceFolder;
import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.alerts.report.page.EvidencePictures;
import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The evidence of a finished result.
 *
 * @param folder where it was kept
 * @param tiles what each decoded service showed and sounded like at its end, in the order of the recordings
 * @param kept paths of what was kept, relative to the folder, by incident
 */
public record GatheredEvidence(Path folder, List<ServiceTile> tiles, Map<String, List<String>> kept) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Goes through all services that were decoded once more and cuts out what shows their faults.
     *
     * @param result the result, JSON Lines
     * @param read what was read for it
     */
    public static GatheredEvidence of(Path result, List<Recording> read, Path folder) throws IOException {
        List<Fault> faults = faults(result);
        EvidenceFolder evidence = new EvidenceFolder(folder);
        List<ServiceTile> tiles = new ArrayList<>();
        Map<String, List<String>> kept = new HashMap<>();
        for (Recording recording : read) {
            if (recording.layout() instanceof MediaLayout media) {
                int service = media.serviceId();
                List<Fault> own = faults.stream()
                        .filter(fault -> fault.feed().equals(recording.feed()) && fault.serviceId() == service)
                        .toList();
                tiles.add(new ServiceCutter(recording, own, evidence, kept).cut(service));
            }
        }
        return new GatheredEvidence(folder, List.copyOf(tiles), Map.copyOf(kept));
    }

    /** What a page shows of it. */
    public EvidencePictures pictures() {
        return new EvidencePictures(folder, tiles);
    }

    /** Copies the result, with the paths of the evidence in each incident that has some. */
    public void name(Path result, Path named) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(result, StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(named, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(named(line));
                out.write('\n');
            }
        }
    }

    private String named(String line) throws IOException {
        JsonNode record = JSON.readTree(line);
        List<String> paths = record.path("type").asText().equals("incident")
                ? kept.getOrDefault(record.path("id").asText(), List.of())
                : List.of();
        if (paths.isEmpty()) {
            return line;
        }
        ArrayNode listed = JSON.createArrayNode();
        paths.forEach(listed::add);
        // the other fields stay as they were written, to the last digit
        return line.substring(0, line.lastIndexOf('}')) + ",\"evidence\":" + JSON.writeValueAsString(listed) + '}';
    }

    private static List<Fault> faults(Path result) throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(result, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode record = JSON.readTree(line);
                JsonNode subject = record.path("subject");
                boolean evident = record.path("type").asText().equals("incident")
                        && subject.has("service_id")
                        && Fault.isEvident(record.path("kind").asText());
                if (evident) {
                    faults.add(new Fault(
                            record.path("id").asText(),
                            record.path("kind").asText(),
                            subject.path("feed").asText(),
                            subject.path("service_id").asInt(),
                            Instant.parse(record.path("opened").asText())));
                }
            }
        }
        return faults;
    }
}

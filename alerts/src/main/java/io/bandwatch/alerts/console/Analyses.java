package io.bandwatch.alerts.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.alerts.report.page.EvidencePictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The analyses that a console shows, in the order in which they ended. Safe for use by several threads. */
public final class Analyses {
    private final List<Analysis> all = new CopyOnWriteArrayList<>();

    public void add(Analysis analysis) {
        all.add(analysis);
    }

    List<Analysis> all() {
        return List.copyOf(all);
    }

    Optional<Analysis> named(String name) {
        return all.stream().filter(analysis -> analysis.name().equals(name)).findFirst();
    }

    /**
     * Records of one type.
     *
     * @param type such as {@code carrier}
     * @param wanted values that fields of the record must have; a field is looked for in its subject as well
     */
    List<JsonNode> records(String type, Map<String, String> wanted) {
        return all.stream()
                .flatMap(analysis -> analysis.records().stream())
                .filter(found -> found.path("type").asText().equals(type))
                .filter(found -> wanted.entrySet().stream()
                        .allMatch(field -> value(found, field.getKey()).equals(field.getValue())))
                .toList();
    }

    private static String value(JsonNode found, String field) {
        return found.has(field)
                ? found.path(field).asText()
                : found.path("subject").path(field).asText();
    }

    /** The latest picture and loudness of each service that was decoded. */
    List<ServiceTile> tiles() {
        return evidence().flatMap(evidence -> evidence.tiles().stream()).toList();
    }

    /**
     * A file of an incident's evidence.
     *
     * @param file its name without folders; only what the incident itself lists is found
     */
    Optional<Path> evidence(String incident, String file) {
        return all.stream()
                .flatMap(analysis -> Stream.ofNullable(analysis.evidence())
                        .flatMap(evidence -> analysis.result().incidents().stream()
                                .filter(row -> row.id().equals(incident))
                                .flatMap(row -> row.evidence().stream())
                                .map(path -> evidence.folder().resolve(path))))
                .filter(path -> String.valueOf(path.getFileName()).equals(file))
                .findFirst();
    }

    private Stream<EvidencePictures> evidence() {
        return all.stream().flatMap(analysis -> Stream.ofNullable(analysis.evidence()));
    }
}

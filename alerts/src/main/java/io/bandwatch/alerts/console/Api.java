package io.bandwatch.alerts.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.evidence.ServiceTile;
import io.bandwatch.alerts.evidence.Thumbnail;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What programs read: records as they stand in results, and the wall of latest pictures. */
final class Api {
    private static final String ROOT = "/api/v1/";
    private static final String DESCRIPTION = "openapi.json";

    private final Analyses analyses;

    Api(Analyses analyses) {
        this.analyses = analyses;
    }

    void addTo(RoutesConfig routes) {
        routes.get(ROOT + "streams", request -> records(request, "ts", Set.of("feed")));
        routes.get(ROOT + "services", request -> records(request, "service", Set.of("feed", "service_id", "verdict")));
        routes.get(ROOT + "programmes", request -> records(request, "programme", Set.of("feed", "service_id")));
        routes.get(ROOT + "carriers", request -> records(request, "carrier", Set.of("feed", "channel_hz", "verdict")));
        routes.get(
                ROOT + "incidents",
                request -> records(
                        request, "incident", Set.of("feed", "kind", "severity", "state", "service_id", "channel_hz")));
        routes.get(ROOT + "incidents/{id}", this::incident);
        routes.get(ROOT + "incidents/{id}/evidence/{file}", this::evidence);
        routes.get(ROOT + "mosaic", this::mosaic);
        routes.get(ROOT + "mosaic/{feed}/{service}", this::picture);
        routes.get(ROOT + DESCRIPTION, Api::description);
    }

    private void records(Context request, String type, Set<String> fields) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> parameter : request.queryParamMap().entrySet()) {
            if (!fields.contains(parameter.getKey())) {
                String known = fields.stream().sorted().collect(Collectors.joining(", "));
                Json.error(
                        request,
                        HttpStatus.BAD_REQUEST,
                        "unknown parameter '" + parameter.getKey() + "'; there are " + known);
                return;
            }
            wanted.put(parameter.getKey(), parameter.getValue().get(0));
        }
        Json.answer(request, Json.list(analyses.records(type, wanted)));
    }

    private void incident(Context request) {
        String id = request.pathParam("id");
        analyses.records("incident", Map.of("id", id)).stream()
                .findFirst()
                .ifPresentOrElse(
                        found -> Json.answer(request, found),
                        () -> Json.error(request, HttpStatus.NOT_FOUND, "no incident '" + id + "'"));
    }

    private void evidence(Context request) throws IOException {
        String file = request.pathParam("file");
        Optional<Path> found = analyses.evidence(request.pathParam("id"), file);
        if (found.isEmpty() || !Files.isRegularFile(found.get())) {
            Json.error(request, HttpStatus.NOT_FOUND, "the incident has no evidence '" + file + "'");
            return;
        }
        EvidenceFile.answer(request, found.get());
    }

    private void mosaic(Context request) {
        Json.answer(request, Json.list(analyses.tiles().stream().map(Api::tile).toList()));
    }

    private static ObjectNode tile(ServiceTile tile) {
        ObjectNode line = Json.object()
                .put("feed", tile.feed())
                .put("service_id", tile.serviceId())
                .put("time", tile.at().toString());
        if (tile.thumbnail() != null) {
            line.put("picture", ROOT + "mosaic/" + PathSegment.of(tile.feed()) + '/' + tile.serviceId());
        }
        line.set(
                "sound",
                Json.list(tile.levels().stream()
                        .map(level -> {
                            ObjectNode track = Json.object().put("language", level.language());
                            return Double.isFinite(level.lufs()) ? track.put("loudness_lufs", level.lufs()) : track;
                        })
                        .toList()));
        return line;
    }

    private void picture(Context request) {
        String feed = request.pathParam("feed");
        String service = request.pathParam("service");
        Optional<Thumbnail> found = analyses.tiles().stream()
                .filter(tile -> tile.feed().equals(feed)
                        && Integer.toString(tile.serviceId()).equals(service))
                .findFirst()
                .map(ServiceTile::thumbnail);
        found.ifPresentOrElse(
                thumbnail -> request.contentType(ContentType.IMAGE_PNG).result(thumbnail.png()),
                () -> Json.error(
                        request, HttpStatus.NOT_FOUND, "no picture of service " + service + " of '" + feed + "'"));
    }

    private static void description(Context request) throws IOException {
        InputStream description = Api.class.getResourceAsStream(DESCRIPTION);
        if (description == null) {
            throw new IOException("the description of the API is not in the jar");
        }
        request.contentType(ContentType.APPLICATION_JSON).result(description);
    }
}

package io.bandwatch.samples.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is in a recording of a service, for the scorer. Times are seconds from the first picture. */
final class MediaTruth {
    private MediaTruth() {}

    static String json(MediaScene scene) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("scenario", scene.name());
        root.put("recording", scene.fileName());
        root.put("seed", scene.seed());
        root.put("duration_s", scene.durationS());
        root.putArray("stations");
        ArrayNode incidents = root.putArray("incidents");
        ArrayNode events = root.putArray("events");
        for (MediaEvent event : scene.events()) {
            write(event, scene.durationS(), incidents);
            events.addObject()
                    .put("kind", event.kind().code())
                    .put("from_s", event.fromS())
                    .put("to_s", event.toS());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void write(MediaEvent event, double durationS, ArrayNode incidents) {
        String kind = event.kind().incident();
        if (kind == null) {
            return;
        }
        ObjectNode incident = incidents.addObject();
        incident.put("kind", kind);
        incident.put("station", event.kind().code());
        incident.put("opened_s", event.openedS());
        if (event.toS() < durationS) {
            incident.put("closed_s", event.toS());
        }
        incident.put("required", event.toS() - event.openedS() >= event.kind().warnS());
        for (String ofStream : event.kind().streamIncidents()) {
            incidents
                    .addObject()
                    .put("kind", ofStream)
                    .put("station", event.kind().code())
                    .put("opened_s", event.openedS())
                    .put("required", false);
        }
    }
}

package io.bandwatch.deploy.evidence.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.ingest.live.preroll.Clip;

/** Metadata of a clip of samples: SigMF 1.2.0, a capture for each stretch without a gap, the incident as an annotation. */
final class SigmfText {
    private static final double CHANNEL_HALF_HZ = 100e3;

    private SigmfText() {}

    static String of(Clip clip, Wish wish) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        ObjectNode global = root.putObject("global");
        global.put("core:datatype", datatype(clip.source().format()));
        global.put("core:sample_rate", clip.source().rateHz());
        global.put("core:version", "1.2.0");
        global.put("core:description", "evidence of the incident " + wish.id() + " at the feed " + wish.feed());
        ArrayNode captures = root.putArray("captures");
        for (Clip.Part part : clip.beginnings()) {
            ObjectNode capture = captures.addObject();
            capture.put("core:sample_start", part.first());
            capture.put("core:frequency", part.centerHz());
            capture.put("core:datetime", part.from().toString());
        }
        ObjectNode incident = root.putArray("annotations").addObject();
        long onset = clip.at(wish.opened());
        incident.put("core:sample_start", onset);
        incident.put("core:sample_count", clip.units() - onset);
        if (wish.channelHz() > 0) {
            incident.put("core:freq_lower_edge", wish.channelHz() - CHANNEL_HALF_HZ);
            incident.put("core:freq_upper_edge", wish.channelHz() + CHANNEL_HALF_HZ);
        }
        incident.put("core:label", wish.incident().path("kind").asText());
        incident.put("core:comment", wish.id());
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static String datatype(String format) {
        return switch (format) {
            case "cu8" -> "cu8";
            case "cs8" -> "ci8";
            case "cs16" -> "ci16_le";
            case "cf32" -> "cf32_le";
            default -> throw new IllegalArgumentException("'" + format + "' is no format of samples");
        };
    }
}

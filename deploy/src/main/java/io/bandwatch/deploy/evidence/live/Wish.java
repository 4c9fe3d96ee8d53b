package io.bandwatch.deploy.evidence.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An incident whose evidence is wanted.
 *
 * @param id its id
 * @param feed feed of its subject
 * @param channelHz channel of its subject, Hz; 0 where it is about none
 * @param opened its onset
 * @param raised when it was reported
 * @param incident its record
 */
record Wish(String id, String feed, long channelHz, Instant opened, Instant raised, JsonNode incident) {
    /** @param incident a record of the journal */
    static Wish of(JsonNode incident) {
        JsonNode subject = incident.path("subject");
        return new Wish(
                incident.path("id").asText(),
                subject.path("feed").asText(),
                subject.path("channel_hz").asLong(),
                Instant.parse(incident.path("opened").asText()),
                Instant.parse(incident.path("raised").asText()),
                incident);
    }
}

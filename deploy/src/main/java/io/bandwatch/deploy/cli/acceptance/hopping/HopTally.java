package io.bandwatch.deploy.cli.acceptance.hopping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.samples.receiver.BandScene.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of carriers that were on air for half a minute. Not thread-safe. */
final class HopTally {
    private static final double RECALL = 0.99;

    /** A carrier of 6 dB is measured to a few kilohertz; its neighbours are 200 kHz away, Hz. */
    private static final double NEAR_HZ = 50e3;

    private static final double MHZ = 1e6;

    private final double revisitS;
    private int scenes;
    private int cases;
    private int records;
    private int incidents;
    private int both;
    private int others;
    private int licensedTold;
    private double latestS;
    private final List<String> missed = new ArrayList<>();

    HopTally(double revisitS) {
        this.revisitS = revisitS;
    }

    /** A scene and what was told of it, from an instant on. */
    void count(HopScene scene, Instant start, List<JsonNode> told) {
        scenes++;
        Set<JsonNode> explained = new HashSet<>();
        for (Station suspect : scene.suspects()) {
            JsonNode record = nearest(told, "carrier", suspect);
            JsonNode incident = nearest(told, "incident", suspect);
            cases++;
            records += record == null ? 0 : 1;
            incidents += incident == null ? 0 : 1;
            both += record != null && incident != null ? 1 : 0;
            if (incident != null) {
                explained.add(incident);
                Instant raised = Instant.parse(incident.path("raised").asText());
                double afterS = Duration.between(start, raised).toMillis() / 1e3
                        - suspect.onAir().fromS();
                latestS = Math.max(latestS, afterS);
            }
            if (record == null || incident == null) {
                missed.add(String.format(
                        Locale.ROOT,
                        "scene %d: %.3f MHz, %.1f dB, from %.1f s: %s",
                        scene.number(),
                        suspect.frequencyHz() / MHZ,
                        suspect.cnDb(),
                        suspect.onAir().fromS(),
                        record == null ? "no record" : "no incident"));
            }
        }
        for (JsonNode one : told) {
            if (one.path("type").asText().equals("incident") && !explained.contains(one)) {
                others++;
                missed.add("scene " + scene.number() + ": " + one.path("kind").asText() + " of " + one.path("subject")
                        + " too many");
            }
        }
        for (Station station : scene.licensed()) {
            licensedTold += nearest(told, "incident", station) == null ? 0 : 1;
        }
    }

    /** The record of a carrier, or the incident that it is unlicensed. */
    private static @Nullable JsonNode nearest(List<JsonNode> told, String type, Station station) {
        return told.stream()
                .filter(one -> one.path("type").asText().equals(type))
                .filter(one ->
                        type.equals("carrier") || one.path("kind").asText().equals("unlicensed-carrier"))
                .filter(one ->
                        Math.abs(hz(one) - station.frequencyHz()) <= NEAR_HZ + (type.equals("carrier") ? 0 : NEAR_HZ))
                .findFirst()
                .orElse(null);
    }

    private static double hz(JsonNode one) {
        return one.path("type").asText().equals("carrier")
                ? one.path("frequency_hz").asDouble()
                : one.path("subject").path("channel_hz").asDouble();
    }

    boolean holds() {
        return both >= RECALL * cases && others == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d carriers found (%d records, %d incidents), %d other incidents",
                both,
                cases,
                records,
                incidents,
                others);
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("scenes", scenes);
        node.put("minutes_of_signal", Math.round(scenes * HopScene.SECONDS / 60));
        node.put("revisit_s", revisitS);
        node.put("carriers", cases);
        node.put("on_air_s", HopScene.ON_AIR_S);
        node.put("with_record", records);
        node.put("with_incident", incidents);
        node.put("with_both", both);
        node.put("latest_incident_after_s", Math.rint(latestS * 10) / 10);
        node.put("incidents_of_licensed_stations", licensedTold);
        node.put("other_incidents", others);
        ArrayNode list = node.putArray("wrong");
        missed.forEach(list::add);
        return node;
    }
}

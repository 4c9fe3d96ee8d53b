package io.bandwatch.deploy.cli.acceptance.pictures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the insertions that came in one way. Not thread-safe. */
final class PictureTally {
    private static final double REACH_S = 1.0;
    /** Share that is to be found. */
    static final double RECALL = 0.98;

    private static final double S_PER_HOUR = 3600;

    private int insertions;
    private int found;
    private int begun;
    private int named;
    private int incidents;
    private int broadcasts;
    private double worstStartS;
    private double worstEndS;
    private int wrong;
    private double cleanS;
    private final List<String> notes = new ArrayList<>();

    /** A presence of an incident, s of the programme. */
    private record Told(double fromS, double toS) {
        boolean meets(Broadcast.Insertion insertion) {
            return fromS < insertion.toS() && toS > insertion.fromS();
        }
    }

    /** Takes in what was told of a broadcast. */
    void count(Broadcast air, List<JsonNode> told) {
        List<Told> left = new ArrayList<>();
        for (JsonNode incident : told) {
            incident.path("presences").forEach(presence -> left.add(told(presence, air)));
        }
        incidents += told.size();
        if (air.insertions().isEmpty()) {
            cleanS += Broadcast.SECONDS;
        } else {
            broadcasts++;
            named += !told.isEmpty() && told.stream().allMatch(one -> isNamed(one, air)) ? 1 : 0;
        }
        List<Told> all = List.copyOf(left);
        for (Broadcast.Insertion insertion : air.insertions()) {
            insertions++;
            all.stream()
                    .filter(one -> one.meets(insertion))
                    .findFirst()
                    .ifPresentOrElse(hit -> score(air, insertion, hit), () -> note(air, insertion, "missed"));
            left.removeIf(one -> one.meets(insertion));
        }
        wrong += left.size();
        left.forEach(one ->
                notes.add(String.format(Locale.ROOT, "%s: %.1f-%.1f s was none", air.name(), one.fromS(), one.toS())));
    }

    /** What was not over when the recording was lasts to its end. */
    private static Told told(JsonNode presence, Broadcast air) {
        double fromS = seconds(presence.path("from")) - air.laterS();
        boolean over = presence.hasNonNull("to");
        return new Told(fromS, over ? seconds(presence.path("to")) - air.laterS() : Broadcast.SECONDS);
    }

    private static boolean isNamed(JsonNode incident, Broadcast air) {
        for (JsonNode reason : incident.path("reasons")) {
            if (reason.path("code").asText().equals(air.replaced().reason())) {
                return true;
            }
        }
        return false;
    }

    private void score(Broadcast air, Broadcast.Insertion insertion, Told hit) {
        double start = Math.abs(hit.fromS() - insertion.fromS());
        double end = Math.abs(hit.toS() - insertion.toS());
        found++;
        begun += start <= REACH_S ? 1 : 0;
        worstStartS = Math.max(worstStartS, start);
        worstEndS = Math.max(worstEndS, end);
        if (start > REACH_S || end > REACH_S) {
            note(air, insertion, String.format(Locale.ROOT, "told as %.1f-%.1f s", hit.fromS(), hit.toS()));
        }
    }

    private void note(Broadcast air, Broadcast.Insertion insertion, String what) {
        notes.add(
                String.format(Locale.ROOT, "%s: %.1f-%.1f s %s", air.name(), insertion.fromS(), insertion.toS(), what));
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Instant.EPOCH, Instant.parse(time.asText())).toMillis() / 1e3;
    }

    /** Whether nearly all were found with their begin, one incident each, named rightly, and nothing else. */
    boolean holds() {
        boolean all = begun >= RECALL * insertions && named >= RECALL * broadcasts;
        return all && wrong == 0 && incidents <= broadcasts;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d insertions found, %d of them begin within 1 s, %d others told",
                found,
                insertions,
                begun,
                wrong);
    }

    /** What was counted. */
    ObjectNode figures() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("insertions", insertions);
        node.put("found", found);
        node.put("begin_within_1_s", begun);
        node.put("worst_start_error_s", rounded(worstStartS));
        node.put("worst_end_error_s", rounded(worstEndS));
        node.put("broadcasts_with_insertions", broadcasts);
        node.put("told_in_what_they_differ", named);
        node.put("incidents", incidents);
        node.put("presences_that_were_none", wrong);
        node.put("hours_without_insertions", rounded(cleanS / S_PER_HOUR));
        ArrayNode list = node.putArray("notes");
        notes.forEach(list::add);
        return node;
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}

package io.bandwatch.deploy.cli.acceptance.kills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.service.Intervals;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.LiveBand;
import io.bandwatch.deploy.cli.acceptance.service.PushBook;
import io.bandwatch.deploy.cli.acceptance.service.Seconds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is there of what was recorded and told.
 *
 * @param kills how often the service was killed
 * @param seconds of the journal and of the store
 * @param journal at the end
 * @param broken what is wrong with evidence
 * @param end what opened after it is not judged, RFC 3339
 */
record KillsTally(int kills, Seconds seconds, Journal journal, List<String> broken, String end) {
    /** Beside carriers of nobody: tapes are loops. */
    private static final Set<String> MAY_BE_TOLD = Set.of("looped-content");

    private Collection<JsonNode> incidents() {
        return journal.openedBefore(end);
    }

    /** Incidents of what was not. */
    private List<JsonNode> wrong() {
        return incidents().stream()
                .filter(incident ->
                        !MAY_BE_TOLD.contains(incident.path("kind").asText()) && !LiveBand.explains(incident))
                .toList();
    }

    /** Ids of incidents that people were told and the journal does not know. */
    private Set<String> unknown(PushBook people) {
        Set<String> unknown = people.incidents();
        unknown.removeAll(journal.incidents().keySet());
        return unknown;
    }

    boolean holds(PushBook people) {
        return seconds.agree()
                && seconds.minutes() > 0
                && journal.intervals().values().stream()
                        .allMatch(records -> Intervals.of(records).areApart())
                && wrong().isEmpty()
                && !people.incidents().isEmpty()
                && people.repeated() == 0
                && people.untold(incidents()).isEmpty()
                && unknown(people).isEmpty()
                && journal.unproven(incidents()).isEmpty()
                && broken.isEmpty();
    }

    ObjectNode figures(PushBook people) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode().put("kills", kills);
        seconds.put(figures);
        journal.intervals().forEach((feed, records) -> {
            Intervals intervals = Intervals.of(records);
            figures.withArray("intervals")
                    .addObject()
                    .put("feed", feed)
                    .put("count", intervals.count())
                    .put("missing_ms", intervals.missing().toMillis())
                    .put("doubled_ms", intervals.doubled().toMillis());
        });
        Map<String, Integer> kinds = new TreeMap<>();
        incidents().forEach(incident -> kinds.merge(incident.path("kind").asText(), 1, Integer::sum));
        kinds.forEach(figures.putObject("incidents")::put);
        ArrayNode wrong = figures.putArray("incidents_of_what_was_not");
        wrong().forEach(incident -> wrong.add("%s of %s at %s"
                .formatted(incident.path("id").asText(), incident.path("subject"), incident.path("presences"))));
        figures.put("pushed", people.incidents().size()).put("pushed_twice", people.repeated());
        people.untold(incidents()).forEach(figures.putArray("not_pushed")::add);
        unknown(people).forEach(figures.putArray("pushed_and_not_in_journal")::add);
        journal.evidenceCounts().forEach(figures.putObject("evidence")::put);
        journal.unproven(incidents()).forEach(figures.putArray("without_word_on_evidence")::add);
        broken.forEach(figures.putArray("broken_evidence")::add);
        return figures;
    }
}

package io.bandwatch.deploy.cli.acceptance.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.service.Accounts;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.LiveBand;
import io.bandwatch.deploy.cli.acceptance.service.MulticastSender;
import io.bandwatch.deploy.cli.acceptance.service.PushBook;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run comes to.
 *
 * @param accounts of samples and packets
 * @param readings of the process of the service
 * @param journal at the end
 * @param end when sending ended, RFC 3339
 */
record LiveTally(Accounts accounts, List<Reading> readings, Journal journal, String end) {
    /** A service that does not keep up holds less than one that does, and its account says nothing of that one. */
    private static final double MOST_UNSEEN_SHARE = 0.01;

    /**
     * What may be told beside carriers of nobody: they come and go at the same times; tapes are loops; and where samples were dropped, that
     * is said.
     */
    private static final Set<String> MAY_BE_TOLD = Set.of("linked-carriers", "looped-content", "receiver-fault");

    boolean isExact() {
        return accounts.areExact();
    }

    /** Whether nearly all that was sent was measured. */
    boolean keptUp() {
        double unseen = accounts.receivers().stream()
                .mapToDouble(account -> (double) account.unseen() / account.sent())
                .max()
                .orElse(1);
        double lost = accounts.multiplexes().stream()
                .mapToDouble(account -> (double) account.lost() / (MulticastSender.PER_DATAGRAM * account.sent()))
                .max()
                .orElse(1);
        return unseen < MOST_UNSEEN_SHARE && lost < MOST_UNSEEN_SHARE;
    }

    /**
     * Whether every incident that was to be pushed was, none twice, and nothing that is not in the journal. What opens beside the feeds that
     * are lost when sending ends may be explained by those.
     */
    boolean isPushed(PushBook people) {
        return people.repeated() == 0
                && journal.incidents().keySet().containsAll(people.incidents())
                && people.untold(meanwhile()).isEmpty();
    }

    private Collection<JsonNode> meanwhile() {
        return journal.openedBefore(end);
    }

    /** Incidents of what was not: nothing is lost or off its frequency, and nobody else is on air. */
    private List<JsonNode> wrong() {
        return meanwhile().stream().filter(incident -> !isRight(incident)).toList();
    }

    private static boolean isRight(JsonNode incident) {
        return MAY_BE_TOLD.contains(incident.path("kind").asText()) || LiveBand.explains(incident);
    }

    private long evidence(String state) {
        return meanwhile().stream()
                .map(incident ->
                        journal.evidence().getOrDefault(incident.path("id").asText(), ""))
                .filter(word -> word.startsWith(state))
                .count();
    }

    /** Whether there is evidence of an incident. */
    boolean isProven() {
        return evidence("kept") + evidence("expired") > 0;
    }

    /** While its code is being compiled a service neither keeps up nor stops growing; a short run is judged by its accounts. */
    boolean holds() {
        boolean steady = !Growth.canBeTold(readings)
                || (keptUp() && wrong().isEmpty() && Growth.of(readings).isNone());
        return isExact() && isProven() && steady;
    }

    ObjectNode figures(PushBook people) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        accounts.put(figures);
        figures.put("kept_up", keptUp());
        Map<String, Integer> kinds = new TreeMap<>();
        meanwhile().forEach(incident -> kinds.merge(incident.path("kind").asText(), 1, Integer::sum));
        ObjectNode incidents = figures.putObject("incidents");
        kinds.forEach(incidents::put);
        ArrayNode wrong = figures.putArray("incidents_of_what_was_not");
        wrong().forEach(incident -> wrong.add(incident.path("id").asText() + " of "
                + incident.at("/subject/feed").asText() + " at "
                + incident.path("opened").asText()));
        figures.putObject("evidence")
                .put("kept", evidence("kept"))
                .put("kept_and_expired", evidence("expired"))
                .put("missing", evidence("missing"));
        figures.put("pushed", people.incidents().size());
        figures.put("pushed_each_once", isPushed(people));
        ArrayNode untold = figures.putArray("not_pushed");
        people.untold(meanwhile()).forEach(untold::add);
        figures.put("journal_lines", journal.lines());
        if (Growth.canBeTold(readings)) {
            figures.set("growth", Growth.of(readings).figures());
        }
        readings.forEach(reading -> figures.withArray("readings").add(reading.figures()));
        return figures;
    }
}

package io.bandwatch.deploy.cli.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.service.Accounts;
import io.bandwatch.deploy.cli.acceptance.service.Intervals;
import io.bandwatch.deploy.cli.acceptance.service.Journal;
import io.bandwatch.deploy.cli.acceptance.service.LiveBand;
import io.bandwatch.deploy.cli.acceptance.service.PushBook;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of everything.
 *
 * @param faults that there were
 * @param accounts of samples and packets
 * @param journal at the end
 * @param end when sending ended, RFC 3339
 */
record FaultsTally(List<Fault> faults, Accounts accounts, Journal journal, String end) {
    /** Beside carriers of nobody: they come and go at the same times, tapes are loops, and samples that were dropped are told. */
    private static final Set<String> MAY_BE_TOLD = Set.of("linked-carriers", "looped-content", "receiver-fault");

    private static final Duration SHORT = Duration.ofSeconds(1);

    private Collection<JsonNode> incidents() {
        return journal.openedBefore(end);
    }

    /** Incidents of what was not. */
    private List<JsonNode> wrong() {
        return incidents().stream()
                .filter(incident -> !MAY_BE_TOLD.contains(incident.path("kind").asText())
                        && !LiveBand.explains(incident)
                        && !isOfFaults(incident))
                .toList();
    }

    private boolean isOfFaults(JsonNode incident) {
        for (JsonNode presence : incident.path("presences")) {
            boolean before = presence.path("from").asText().compareTo(end) < 0;
            if (before && faults.stream().noneMatch(fault -> fault.explains(incident, presence))) {
                return false;
            }
        }
        return true;
    }

    private boolean isContinuous(String feed) {
        Intervals intervals = intervals(feed);
        boolean failed = faults.stream().anyMatch(fault -> feed.equals(fault.feed()));
        double dropped = accounts.secondsUnseen(feed, LiveBand.RATE_HZ);
        boolean whole = failed || intervals.missing().toMillis() / 1e3 <= dropped + SHORT.toSeconds();
        return whole && intervals.areApart();
    }

    private Intervals intervals(String feed) {
        return Intervals.of(journal.intervals().getOrDefault(feed, List.of()));
    }

    /** Whether everything is written that is to be. */
    boolean isSettled(PushBook people) {
        return accounts.areExact()
                && people.untold(incidents()).isEmpty()
                && faults.stream().allMatch(fault -> fault.isTold(incidents()));
    }

    boolean holds(PushBook people) {
        return isSettled(people)
                && people.repeated() == 0
                && wrong().isEmpty()
                && accounts.receivers().stream().allMatch(account -> isContinuous(account.feed()));
    }

    ObjectNode figures(PushBook people) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        faults.forEach(fault -> figures.withArray("faults").add(fault.figures(incidents())));
        accounts.put(figures);
        for (var account : accounts.receivers()) {
            Intervals intervals = intervals(account.feed());
            figures.withArray("intervals")
                    .addObject()
                    .put("feed", account.feed())
                    .put("count", intervals.count())
                    .put("missing_ms", intervals.missing().toMillis())
                    .put("doubled_ms", intervals.doubled().toMillis())
                    .put("continuous", isContinuous(account.feed()));
        }
        Map<String, Integer> kinds = new TreeMap<>();
        incidents().forEach(incident -> kinds.merge(incident.path("kind").asText(), 1, Integer::sum));
        kinds.forEach(figures.putObject("incidents")::put);
        ArrayNode wrong = figures.putArray("incidents_of_what_was_not");
        wrong().forEach(incident -> wrong.add("%s of %s at %s"
                .formatted(incident.path("id").asText(), incident.path("subject"), incident.path("presences"))));
        figures.put("pushed", people.incidents().size());
        figures.put("pushed_twice", people.repeated());
        people.untold(incidents()).forEach(figures.putArray("not_pushed")::add);
        return figures;
    }
}

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
    /** Beside carriers of nobody: they come and go at the same times, and tapes are loops. */
    private static final Set<String> MAY_BE_TOLD = Set.of("linked-carriers", "looped-content");

    private static final Duration SHORT = Duration.ofSeconds(1);

    private Collection<JsonNode> incidents() {
        return journal.openedBefore(end);
    }

    /** Incidents of what was not. */
    private List<JsonNode> wrong() {
        return incidents().stream()
                .filter(incident -> !MAY_BE_TOLD.contains(incident.path("kind").asText())
                        && !LiveBand.explains(incident)
                        && faults.stream().noneMatch(fault -> fault.isOfOurs(incident))
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

    /** Whether evidence is missing where the disk was full, with that reason, and for no other one, and was kept again afterwards. */
    private boolean isProven() {
        boolean missing = false;
        boolean again = false;
        for (JsonNode incident : incidents()) {
            String word = journal.evidence().getOrDefault(incident.path("id").asText(), "");
            String opened = incident.path("opened").asText();
            boolean full = faults.stream().anyMatch(fault -> fault.isFullDisk() && fault.isOn(opened));
            boolean later = faults.stream().anyMatch(fault -> fault.isFullDisk() && fault.isBefore(opened));
            if (word.startsWith("missing") && !(full && word.endsWith("disk-full"))) {
                return false;
            }
            missing |= full && word.startsWith("missing");
            again |= later && !word.isEmpty();
        }
        return missing && again && journal.unproven(incidents()).isEmpty();
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
                && journal.unproven(incidents()).isEmpty()
                && people.untold(incidents()).isEmpty()
                && faults.stream().allMatch(fault -> fault.isTold(incidents()));
    }

    boolean holds(PushBook people) {
        return isSettled(people)
                && isProven()
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
        journal.evidenceCounts().forEach(figures.putObject("evidence")::put);
        figures.put("evidence_as_it_was", isProven());
        journal.unproven(incidents()).forEach(figures.putArray("without_word_on_evidence")::add);
        figures.put("pushed", people.incidents().size());
        figures.put("pushed_twice", people.repeated());
        people.untold(incidents()).forEach(figures.putArray("not_pushed")::add);
        return figures;
    }
}

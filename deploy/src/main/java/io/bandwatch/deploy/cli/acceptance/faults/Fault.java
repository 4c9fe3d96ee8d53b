package io.bandwatch.deploy.cli.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed for a while.
 *
 * @param name what it was
 * @param feed that brought nothing meanwhile, or null if none was to be lost
 * @param from when it began
 * @param until when it was mended
 */
record Fault(String name, @Nullable String feed, Instant from, Instant until) {
    static final String STUCK = "service without processor time";
    static final String SLOW = "measuring too slow, receivers in time";
    static final String FULL_DISK = "disk of the evidence full";

    /** What of samples is still waited for when there is processor time again. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(10);

    /**
     * Evidence is made so long after an onset at most: it is reported after 5 s, told when a checkpoint covers it, 10 s later, and has 3 s of what
     * comes behind.
     */
    private static final Duration EVIDENCE_DUE = Duration.ofSeconds(20);

    /** An onset is told to a second; what was on its way came a little later. */
    private static final Duration ONSET = Duration.ofSeconds(3);

    /** A receiver that is back is asked again within its longest back-off of 30 s. */
    private static final Duration BACK = Duration.ofSeconds(35);

    /** Whether a presence of an incident says that this feed was lost at this time. */
    boolean explains(JsonNode incident, JsonNode presence) {
        return incident.path("kind").asText().equals("feed-lost")
                && incident.at("/subject/feed").asText().equals(feed)
                && isBetween(presence.path("from").asText(), from.minus(ONSET), from.plus(ONSET))
                && isBetween(presence.path("to").asText(), until.minus(ONSET), until.plus(BACK));
    }

    private static boolean isBetween(String time, Instant earliest, Instant latest) {
        return !time.isEmpty()
                && !Instant.parse(time).isBefore(earliest)
                && !Instant.parse(time).isAfter(latest);
    }

    /** Whether this is told truly of the service itself: it dropped samples while it got no processor time, or too little. */
    boolean isOfOurs(JsonNode incident) {
        return (name.equals(STUCK) || name.equals(SLOW))
                && incident.path("kind").asText().equals("receiver-fault")
                && isBetween(incident.path("opened").asText(), from.minus(ONSET), until.plus(CAUGHT_UP));
    }

    boolean isFullDisk() {
        return name.equals(FULL_DISK);
    }

    /** Whether something opened so that its evidence was due while this lasted. */
    boolean isOn(String opened) {
        return isBetween(opened, from.minus(EVIDENCE_DUE), until);
    }

    /** Whether something opened when this was over. */
    boolean isBefore(String opened) {
        return Instant.parse(opened).isAfter(until);
    }

    /** Whether it was told as what it was: a feed that was lost, once. Of what is none, what else was told says it. */
    boolean isTold(Collection<JsonNode> incidents) {
        if (feed == null) {
            return true;
        }
        long times = 0;
        for (JsonNode incident : incidents) {
            for (JsonNode presence : incident.path("presences")) {
                times += explains(incident, presence) ? 1 : 0;
            }
        }
        return times == 1;
    }

    ObjectNode figures(Collection<JsonNode> incidents) {
        ObjectNode figures = JsonNodeFactory.instance
                .objectNode()
                .put("fault", name)
                .put("feed", feed == null ? "" : feed)
                .put("seconds", Math.round(Duration.between(from, until).toMillis() / 1e3));
        return feed == null ? figures : figures.put("told_as_lost", isTold(incidents));
    }
}

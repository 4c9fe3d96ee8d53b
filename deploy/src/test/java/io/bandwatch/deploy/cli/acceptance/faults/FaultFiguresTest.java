package io.bandwatch.deploy.cli.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.service.Intervals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run with faults is judged by, on records that are known. */
class FaultFiguresTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void timeThatIsMissingAndTimeThatIsThereTwiceAreCountedApart() {
        Intervals whole = Intervals.of(List.of(interval(0, 5), interval(5, 5), interval(10, 4.8)));
        assertThat(whole).isEqualTo(new Intervals(3, Duration.ZERO, Duration.ZERO));

        Intervals broken = Intervals.of(List.of(interval(0, 5), interval(4, 5), interval(12, 5)));
        assertThat(broken).isEqualTo(new Intervals(3, Duration.ofSeconds(3), Duration.ofSeconds(1)));
    }

    @Test
    void aFeedIsLostOnceForEachTimeItWas() {
        Fault first = new Fault("gone", "roof", NOON, NOON.plusSeconds(25));
        Fault second = new Fault("silent", "roof", NOON.plusSeconds(65), NOON.plusSeconds(105));
        ObjectNode both = lost("roof", 0.4, 27);
        presence(both, 65.5, 112);

        assertThat(List.of(first, second)).allMatch(fault -> fault.isTold(List.of(both)));
        assertThat(second.isTold(List.of(lost("roof", 0.4, 27)))).isFalse();
        assertThat(first.isTold(List.of(lost("roof", 0.4, 27), lost("roof", 1, 28))))
                .as("told twice")
                .isFalse();
        assertThat(first.isTold(List.of(lost("mast", 0.4, 27)))).isFalse();
        assertThat(first.isTold(List.of(lost("roof", 0.4, 70)))).as("too long").isFalse();
        assertThat(new Fault("clock set", null, NOON, NOON.plusSeconds(60)).isTold(List.of(lost("roof", 0.4, 27))))
                .as("it is no loss of a feed, and was not told as one")
                .isTrue();
    }

    private static JsonNode interval(double fromS, double lengthS) {
        return JsonNodeFactory.instance.objectNode().put("time", at(fromS)).put("duration_s", lengthS);
    }

    private static ObjectNode lost(String feed, double fromS, double toS) {
        ObjectNode incident = JsonNodeFactory.instance.objectNode().put("kind", "feed-lost");
        incident.putObject("subject").put("feed", feed);
        presence(incident, fromS, toS);
        return incident;
    }

    private static void presence(ObjectNode incident, double fromS, double toS) {
        incident.withArray("presences").addObject().put("from", at(fromS)).put("to", at(toS));
    }

    private static String at(double seconds) {
        return NOON.plusMillis(Math.round(1000 * seconds)).toString();
    }
}

package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.PeerScene;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live service names the one of three transmitters that does not carry the programme of the others. */
class PeerFeedsIT {
    private static final String CONFIG =
            """
            data: data
            store: none
            console: {port: 0}
            every: 1 s
            checkpoint-every: 1 s
            registers: {licences: %s}
            sites:
              - name: hill
                receivers:
                  - {name: roof, address: "file:%s?loop=no", sample-format: cu8, rate: 1.2 MS/s, center: 98 MHz}
            """;

    @TempDir
    Path folder;

    @Test
    void theOneOfThreeThatCarriesSomethingElseIsNamed() throws Exception {
        PeerScene scene = PeerScene.in(folder);
        Path config = Files.writeString(
                folder.resolve("monitor.yaml"), CONFIG.formatted(scene.licences(), scene.recording()));
        Journal journal = new Journal(folder.resolve("data/journal.jsonl"));
        try (Watching run = new Watching(config)) {
            journal.await(records -> told(records).stream().anyMatch(PeerFeedsIT::isOver));
            run.stop();
        }

        JsonNode last = told(journal.records()).stream()
                .filter(PeerFeedsIT::isOver)
                .findFirst()
                .orElseThrow();
        assertThat(told(journal.records()))
                .extracting(incident -> incident.path("id").asText())
                .containsOnly(last.path("id").asText());
        assertThat(last.path("kind").asText()).isEqualTo("inserted-content");
        assertThat(last.at("/subject/channel_hz").asLong()).isEqualTo(97_900_000L);
        assertThat(last.at("/reasons/0/code").asText()).isEqualTo("differs-from-most");
        JsonNode presence = last.at("/presences/0");
        assertThat(Duration.between(time(presence, "from"), time(presence, "to"))
                                .toMillis()
                        / 1e3)
                .isCloseTo(PeerScene.TO_S - PeerScene.FROM_S, within(1.0));
    }

    private static List<JsonNode> told(List<JsonNode> records) {
        return Journal.incidents(records).stream()
                .filter(incident -> List.of("inserted-content", "programme-mismatch")
                        .contains(incident.path("kind").asText()))
                .toList();
    }

    private static boolean isOver(JsonNode incident) {
        return incident.at("/presences/0").hasNonNull("to");
    }

    private static Instant time(JsonNode record, String key) {
        return Instant.parse(record.path(key).asText());
    }
}

package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three licensed transmitters with one programme, into one of which something else is put, through the whole job. */
class PeerReplayIT {
    @TempDir
    Path folder;

    @Test
    void theOneOfThreeTransmittersThatCarriesSomethingElseIsNamed() throws Exception {
        List<JsonNode> incidents = told();

        assertThat(incidents).hasSize(1);
        JsonNode incident = incidents.get(0);
        assertThat(incident.path("kind").asText()).isEqualTo("inserted-content");
        assertThat(incident.path("subject").path("channel_hz").asLong()).isEqualTo(97_900_000L);
        assertThat(incident.path("presences")).hasSize(1);
        assertThat(seconds(incident.path("presences").get(0).path("from"))).isCloseTo(PeerScene.FROM_S, within(1.0));
        assertThat(seconds(incident.path("presences").get(0).path("to"))).isCloseTo(PeerScene.TO_S, within(1.0));
        assertThat(incident.path("reasons").get(0).path("code").asText()).isEqualTo("differs-from-most");
        assertThat(incident.path("reasons").get(0).path("text").asText())
                .contains("97.6 MHz")
                .contains("98.3 MHz");
    }

    private List<JsonNode> told() throws Exception {
        PeerScene scene = PeerScene.in(folder);
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--licences",
                scene.licences().toString(),
                scene.recording().toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        return incidents(replay);
    }

    private static List<JsonNode> incidents(Replay replay) throws IOException {
        return replay.records("incident").stream()
                .filter(incident -> List.of("inserted-content", "programme-mismatch")
                        .contains(incident.path("kind").asText()))
                .toList();
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Instant.EPOCH, Instant.parse(time.asText())).toMillis() / 1e3;
    }
}

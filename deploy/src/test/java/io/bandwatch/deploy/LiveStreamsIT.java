package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.samples.ts.Multiplex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live streams over loopback through the whole job. */
class LiveStreamsIT {
    @TempDir
    private Path folder;

    @Test
    void aFeedThatDiesAndComesBackIsLostForThatLongAndNoFaultOfTheStream() throws Exception {
        int port = LoopbackSender.freePort();
        LiveJob job = new LiveJob(port, folder.resolve("result.jsonl"), ClusterSettings.singleSlot());
        try (LoopbackSender sender = new LoopbackSender(port, List.of())) {
            Thread hand = new Thread(() -> pull(sender), "hand");
            hand.start();
            job.watch(Duration.ofSeconds(30));
            hand.join();
        }

        List<JsonNode> incidents = job.records("incident");
        assertThat(incidents)
                .extracting(incident -> incident.path("kind").asText())
                .contains("feed-lost")
                .isSubsetOf("feed-lost", "ts-priority-2");
        // where this machine keeps sender or receiver waiting, references of the clock come late, and nothing else is
        // wrong
        assertThat(incidents)
                .filteredOn(incident -> incident.path("kind").asText().equals("ts-priority-2"))
                .flatExtracting(incident -> incident.path("reasons").findValuesAsText("text"))
                .allMatch(text -> text.startsWith("pcr_") || text.startsWith("pts_"));
        assertThat(incidents)
                .filteredOn(incident -> incident.path("kind").asText().equals("feed-lost"))
                .singleElement()
                .satisfies(lost -> assertThat(lost.path("state").asText()).isEqualTo("closed"));
        JsonNode stream = job.records("ts").get(0);
        assertThat(stream.path("continuity_errors").asInt()).isZero();
        // what this machine itself was too busy to fetch begins anew as well, and is counted
        JsonNode transport = stream.path("transport");
        assertThat(transport.path("beginnings").asInt())
                .isBetween(2, 2 + transport.path("socket_drops").asInt());
        assertThat(stream.path("tr101290").path("pat_error_2").asInt()).isZero();
        assertThat(job.records("service")).hasSize(Multiplex.SERVICES.size());
    }

    /** The cable is out for ten seconds; the sender does not know. */
    private static void pull(LoopbackSender sender) {
        try {
            sender.awaitListener();
            TimeUnit.SECONDS.sleep(6);
            sender.pull(true);
            TimeUnit.SECONDS.sleep(10);
            sender.pull(false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

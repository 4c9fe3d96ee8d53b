package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.JobOutcome;
import io.bandwatch.samples.ts.Multiplex;
import io.bandwatch.samples.ts.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that watches a live stream is stopped, and begins again from its checkpoint. */
class LiveRestartIT {
    private static final long FAULT_NS = 3_000_000_000L;
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(5);
    /** With the start of the cluster longer than a feed may be silent before it is lost. */
    private static final Duration DOWN = Duration.ofSeconds(5);

    private static final Duration WATCHED_AGAIN = Duration.ofSeconds(5);

    /**
     * The same section comes again after 450 ms at the soonest, and 25 ms are the least allowed (ETSI TR 101 290, 3.5 and 3.6): a sender
     * that was held up for longer than the difference sends the two too close, and that is a fault of the stream.
     */
    private static final Duration LATE = Duration.ofMillis(425);

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasRecordedOnceAndLosesWhatWasSentMeanwhile() throws Exception {
        int port = LoopbackSender.freePort();
        Path checkpoints = folder.resolve("checkpoints");
        LiveJob job = new LiveJob(
                port,
                folder.resolve("result.jsonl"),
                ClusterSettings.singleSlot().resumableFrom(checkpoints));
        JobOutcome outcome;
        Instant stopped;
        boolean late;
        try (LoopbackSender sender = new LoopbackSender(port, FaultKind.PACKET_LOST.at(FAULT_NS, Multiplex.TARGETS))) {
            Thread first = new Thread(() -> watchUntilStopped(job), "first");
            first.start();
            sender.awaitListener();
            TimeUnit.MILLISECONDS.sleep(UNTIL_STOPPED.toMillis());
            awaitCheckpointSince(Instant.now(), checkpoints);
            // that one may have begun long before it was complete; the next began after it
            awaitCheckpointSince(Instant.now(), checkpoints);
            first.interrupt();
            first.join();
            stopped = Instant.now();
            TimeUnit.MILLISECONDS.sleep(DOWN.toMillis());
            outcome = job.watch(WATCHED_AGAIN);
            late = sender.wasLate(LATE);
        }

        assertThat(outcome.resumedFrom()).isPresent();
        assertThat(job.records("incident"))
                .filteredOn(incident -> incident.path("kind").asText().equals("ts-priority-1"))
                .as("what was found before is there once, and the time between is no fault of the stream")
                .singleElement()
                .satisfies(incident -> {
                    assertThat(Instant.parse(incident.path("opened").asText())).isBefore(stopped);
                    assertThat(incident.path("presences")).hasSize(1);
                });
        assertThat(job.records("incident"))
                .extracting(incident -> incident.path("kind").asText())
                .as(
                        "where this machine is busy, references of the clock come late; where it holds up the sender, tables")
                .isSubsetOf(
                        late
                                ? List.of("ts-priority-1", "ts-priority-2", "ts-priority-3")
                                : List.of("ts-priority-1", "ts-priority-2"));
        assertThat(job.records("service")).hasSize(Multiplex.SERVICES.size());
        assertThat(job.records("ts")).singleElement().satisfies(LiveRestartIT::tellsTheStreamSinceTheRestart);
    }

    private static void tellsTheStreamSinceTheRestart(JsonNode stream) {
        assertThat(stream.path("continuity_errors").asInt())
                .as("neither the loss before nor the gap counts")
                .isZero();
        // a packet a millisecond
        assertThat(stream.path("packets").asLong()).isBetween(1L, WATCHED_AGAIN.toMillis() + 1000);
    }

    private static void watchUntilStopped(LiveJob job) {
        try {
            job.watch(Duration.ofMinutes(5));
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static void awaitCheckpointSince(Instant since, Path checkpoints) throws Exception {
        long endNs = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < endNs) {
            try (Stream<Path> files = Files.walk(checkpoints)) {
                List<Path> complete =
                        files.filter(file -> file.endsWith("_metadata")).toList();
                for (Path file : complete) {
                    if (Files.getLastModifiedTime(file).toInstant().isAfter(since)) {
                        return;
                    }
                }
            } catch (IOException | java.io.UncheckedIOException superseded) {
                // a checkpoint was taken away while it was looked at
                continue;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("no checkpoint within 30 s");
    }
}

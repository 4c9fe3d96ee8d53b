package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.samples.media.MediaGenerator;
import io.bandwatch.samples.media.MediaScenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and sound of a service that comes as if it were on air now. */
class LiveServicesIT {
    private static final String SCENE =
            """
            duration: 20 s
            size: 352x288
            codecs: mpeg2+mp2
            picture: testsrc2
            sound: tones
            events:
              - {kind: black, from: 4 s, to: 12 s}
            """;

    @TempDir
    Path folder;

    @Test
    void aBlackPictureIsReportedWhenItIsOnAir() throws Exception {
        Assumptions.assumeTrue(
                MediaGenerator.isPossible() || "true".equals(System.getenv("CI")), "ffmpeg is not installed");
        Path scene = Files.writeString(folder.resolve("channel.yaml"), SCENE);
        Path stream = MediaGenerator.render(MediaScenario.read(scene), folder.resolve("out"))
                .recording();
        LiveFeedSpec probe =
                new LiveFeedSpec("probe", "file:" + stream + "?pace=real").decoding(ServiceChoice.parse("all"));
        LiveJob job = new LiveJob(probe, folder.resolve("result.jsonl"), ClusterSettings.singleSlot());
        job.watch(Duration.ofMinutes(2));

        Instant begin = Instant.parse(job.records("ts").get(0).path("time").asText());
        assertThat(job.records("incident"))
                .filteredOn(incident -> incident.path("kind").asText().startsWith("video"))
                .singleElement()
                .satisfies(black -> {
                    assertThat(black.path("kind").asText()).isEqualTo("video-black");
                    JsonNode presence = black.path("presences").get(0);
                    Instant from = Instant.parse(presence.path("from").asText());
                    Instant to = Instant.parse(presence.path("to").asText());
                    assertThat(Duration.between(from, to)).isBetween(Duration.ofMillis(7500), Duration.ofMillis(8500));
                    // decoders hold a second or two, a busy machine more
                    assertThat(Duration.between(begin.plusSeconds(4), from))
                            .isBetween(Duration.ofMillis(-500), Duration.ofSeconds(4));
                });
        assertThat(job.records("programme")).singleElement().satisfies(programme -> assertThat(
                        programme.path("duration_s").asDouble())
                .isBetween(19.0, 20.5));
    }
}

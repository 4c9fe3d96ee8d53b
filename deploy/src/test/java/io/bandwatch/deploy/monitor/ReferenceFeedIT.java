package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.Spliced.Cut;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.detectors.ts.services.ServiceRegister;
import io.bandwatch.detectors.ts.services.SiteProfile;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A studio and what is on air of it, both as they come now: 8 s of other pictures and sound. Of two alone nobody could tell which is
 * wrong; the studio is right, even though it was received first.
 */
class ReferenceFeedIT {
    private static final Cut CUT = new Cut(12, 8, true, true);
    private static final double LATE_S = 3.4;

    private static final String PROGRAMME = "[0:v]trim=0:9,setpts=PTS-STARTPTS," + Spliced.SAME_SIZE
            + ",split=2[a][b];[1:v]" + Spliced.SAME_SIZE + ",split=2[c][d];[b]hflip[e];[d]vflip[f];[2:v]trim=0:2,"
            + Spliced.SAME_SIZE + "[g];[a][c][e][f][g]concat=n=5:v=1:a=0[v];[3:a]atrim=5:35,asetpts=N/SR/TB[s]";

    private static final List<String> MPEG2 = List.of(
            "-c:v",
            "mpeg2video",
            "-b:v",
            "1M",
            "-c:a",
            "mp2",
            "-b:a",
            "128k",
            "-muxrate",
            "4M",
            "-mpegts_service_id",
            "7");

    private static final List<String> H264 = List.of(
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-crf",
            "26",
            "-c:a",
            "aac",
            "-muxrate",
            "4M",
            "-mpegts_service_id",
            "102");

    @TempDir
    Path folder;

    @Test
    void whatIsOnAirIsHeldAgainstTheFeedOfItsStudio() throws Exception {
        Spliced spliced = new Spliced(folder);
        List<Path> sources = List.of(spliced.programme(PROGRAMME), spliced.foreign(4));
        Path studio = spliced.air("studio.ts", sources, new Cut(12, 8, false, false), 0, "null", MPEG2);
        Path air = spliced.air("air.ts", sources, CUT, LATE_S, "scale=176:144", H264);
        ServiceRegister register = RegisterFiles.services(Files.writeString(
                folder.resolve("services.csv"), "service_id,name,programme\n7,Studio,\n102,On air,news\n"));
        JudgingSettings judging = JudgingSettings.of(null, MaintenancePlan.NONE, ZoneOffset.UTC)
                .withStreams(StreamSettings.of(register, null, SiteProfile.BROADCAST))
                .withReferences(new References(null, Map.of("studio", "news")), InsertionSchedule.NONE);
        LiveJob job = new LiveJob(
                List.of(probe("studio", studio), probe("air", air)),
                judging,
                folder.resolve("result.jsonl"),
                ClusterSettings.singleSlot());
        job.watch(Duration.ofMinutes(3));

        assertThat(job.records("incident"))
                .filteredOn(incident -> List.of("inserted-content", "programme-mismatch", "unlicensed-service")
                        .contains(incident.path("kind").asText()))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.path("kind").asText()).isEqualTo("inserted-content");
                    assertThat(incident.at("/subject/feed").asText()).isEqualTo("air");
                    assertThat(incident.path("reasons"))
                            .extracting(reason -> reason.path("code").asText())
                            .contains("sound-and-picture-differ");
                    JsonNode presence = incident.path("presences").get(0);
                    Instant from = Instant.parse(presence.path("from").asText());
                    Instant to = Instant.parse(presence.path("to").asText());
                    // a second at either end
                    assertThat(Duration.between(from, to)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
                    // each file begins to be read when its decoder is ready: on a busy machine a second or two apart
                    double delayS = incident.at("/reasons/0/arguments/0").asDouble();
                    assertThat(delayS).as("behind the studio, s").isCloseTo(LATE_S, within(3.0));
                });
    }

    private static LiveFeedSpec probe(String name, Path stream) {
        return new LiveFeedSpec(name, "file:" + stream + "?pace=real").decoding(ServiceChoice.parse("all"));
    }
}

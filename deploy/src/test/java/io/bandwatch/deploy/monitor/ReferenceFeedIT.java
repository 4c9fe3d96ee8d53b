package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.deploy.Spliced;
import io.bandwatch.deploy.Spliced.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A studio and what is on air of it, both as they come now. Other pictures and sound of 8 s are on air twice: of two alone nobody could
 * tell which is wrong, but the studio is right, even though it was received first; and the second time is an emergency, of which an
 * alert arrives while the service runs.
 */
class ReferenceFeedIT {
    private static final double AGAIN_S = 20;
    private static final Cut FIRST = new Cut(10, 8, true, true);
    private static final Cut SECOND = new Cut(FIRST.fromS() + AGAIN_S, 8, true, true);
    private static final double LATE_S = 3.4;

    /** A street, a film, both mirrored, a fractal, both as negatives. */
    private static final String PROGRAMME = "[0:v]trim=0:9,setpts=PTS-STARTPTS," + Spliced.SAME_SIZE
            + ",split=3[a][b][h];[1:v]" + Spliced.SAME_SIZE
            + ",split=3[c][d][i];[b]hflip[e];[d]vflip[f];[h]negate,vflip[j];[i]negate,hflip[k];[2:v]trim=0:2,"
            + Spliced.SAME_SIZE + "[g];[a][c][e][f][g][j][k]concat=n=7:v=1:a=0[v];[3:a]atrim=5:49,asetpts=N/SR/TB[s]";

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

    private static final String CONFIG =
            """
            data: data
            store: none
            console: {port: 0}
            every: 1 s
            checkpoint-every: 1 s
            registers: {services: services.csv, emergencies: alerts}
            sites:
              - name: hill
                probes:
                  - {name: studio, address: "file:%1$s/studio.ts?pace=real", decode: 7, reference-of: news}
                  - {name: air, address: "file:%1$s/air.ts?pace=real", decode: 102}
            """;

    private static final String ALERT =
            """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
            <identifier>E-7</identifier><sender>office</sender><sent>%1$s</sent>
            <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
            <info><category>Met</category><event>flood</event>
            <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
            <effective>%1$s</effective><expires>%2$s</expires>
            <parameter><valueName>station</valueName><value>102</value></parameter>
            </info>
            </alert>
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsOnAirIsHeldAgainstTheFeedOfItsStudioUnlessItIsAnEmergency() throws Exception {
        Spliced spliced = new Spliced(folder);
        List<Path> sources = List.of(spliced.programme(PROGRAMME), spliced.foreign(4));
        Path studio = spliced.air("studio.ts", sources, new Cut(12, 8, false, false), 0, "null", MPEG2);
        assertThat(studio).exists();
        Path once = spliced.air("once.ts", sources, FIRST, 0, "null", H264);
        Path air = spliced.air("air.ts", List.of(once, sources.get(1)), SECOND, LATE_S, "scale=176:144", H264);
        assertThat(air).exists();
        Files.writeString(folder.resolve("services.csv"), "service_id,name,programme\n7,Studio,\n102,On air,news\n");
        Path alerts = Files.createDirectory(folder.resolve("alerts"));
        Path config = Files.writeString(folder.resolve("monitor.yaml"), CONFIG.formatted(folder));
        Journal journal = new Journal(folder.resolve("data/journal.jsonl"));
        try (Watching run = new Watching(config)) {
            journal.await(lines -> !Journal.ids(lines, "inserted-content").isEmpty());
            Instant first = inserted(journal);
            announce(alerts, first.plusMillis(Math.round(1000 * AGAIN_S)));
            journal.await(lines ->
                    lines.stream().anyMatch(line -> line.path("type").asText().equals("insertion")));
            // by then the second one would have been told, and is over
            journal.await(lines -> lines.stream()
                    .filter(line -> line.path("type").asText().equals("programme"))
                    .filter(line -> line.path("feed").asText().equals("air"))
                    .anyMatch(line -> time(line, "time").isAfter(first.plusSeconds(30))));
            run.stop();
            assertThat(run.said()).contains("the registers have changed");
        }
        expectOneOfTwo(journal);
    }

    /** When the one thing that should not have been on air was. */
    private static Instant inserted(Journal journal) {
        return time(last(journal, "inserted-content").at("/presences/0"), "from");
    }

    private static JsonNode last(Journal journal, String kind) {
        return Journal.incidents(journal.records()).stream()
                .filter(incident -> incident.path("kind").asText().equals(kind))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static Instant time(JsonNode record, String key) {
        return Instant.parse(record.path(key).asText());
    }

    /** Four seconds more than what is on air, at either end. */
    private static void announce(Path alerts, Instant from) throws IOException {
        Path written = Files.writeString(
                alerts.resolve(".e-7.xml"),
                ALERT.formatted(sentAt(from.minusSeconds(4)), sentAt(from.plusSeconds(12))));
        Path alert = Files.move(written, alerts.resolve("e-7.xml"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(alert).exists();
    }

    /** CAP tells whole seconds, and a zone. */
    private static String sentAt(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.ofHours(8))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static void expectOneOfTwo(Journal journal) {
        assertThat(Journal.ids(journal.records(), "programme-mismatch")).isEmpty();
        assertThat(Journal.ids(journal.records(), "inserted-content")).hasSize(1);
        JsonNode incident = last(journal, "inserted-content");
        assertThat(incident.at("/subject/feed").asText()).isEqualTo("air");
        assertThat(incident.path("reasons"))
                .extracting(reason -> reason.path("code").asText())
                .contains("sound-and-picture-differ");
        assertThat(incident.path("presences")).hasSize(1);
        JsonNode presence = incident.path("presences").get(0);
        // a second at either end
        assertThat(Duration.between(time(presence, "from"), time(presence, "to")))
                .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
        // each file begins to be read when its decoder is ready: on a busy machine a second or two apart
        double delayS = incident.at("/reasons/0/arguments/0").asDouble();
        assertThat(delayS).as("behind the studio, s").isCloseTo(LATE_S, within(3.0));
        assertThat(journal.records())
                .filteredOn(record -> record.path("type").asText().equals("insertion"))
                .allSatisfy(insertion -> {
                    assertThat(insertion.path("kind").asText()).isEqualTo("emergency");
                    assertThat(insertion.path("approval").asText()).isEqualTo("E-7");
                    assertThat(insertion.path("feed").asText()).isEqualTo("air");
                });
    }
}

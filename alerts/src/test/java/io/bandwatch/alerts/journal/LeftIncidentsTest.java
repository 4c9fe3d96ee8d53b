package io.bandwatch.alerts.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.Presence;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.report.json.ResultJson;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftIncidentsTest {
    private static final Instant NOW = PushSamples.NOON.plusSeconds(86_400);

    @TempDir
    private Path folder;

    @Test
    void ofAFeedThatIsNotConfiguredAnyMoreWhatIsOpenIsClosedAndSaysWhy() throws IOException {
        Incident gone = PushSamples.carrier("gone", 98_100_000, Severity.MAJOR, PushSamples.NOON);
        Incident over = PushSamples.carrier("gone", 98_300_000, Severity.MAJOR, PushSamples.NOON);
        Incident stays = PushSamples.carrier("stays", 98_100_000, Severity.MAJOR, PushSamples.NOON);
        Path journal = journal(gone, over, stays, PushSamples.closed(over, PushSamples.NOON.plusSeconds(60)));
        Files.writeString(
                journal,
                Files.readString(journal)
                        + "{\"type\":\"receiver\",\"feed\":\"gone\",\"time\":\"2026-03-02T05:00:00Z\",\"duration_s\":60}\n");

        List<Incident> left = LeftIncidents.of(journal, Set.of("stays"), NOW);

        assertThat(left).hasSize(1);
        Incident closed = left.get(0);
        assertThat(closed.id()).isEqualTo(gone.id());
        assertThat(closed.phase()).isEqualTo(IncidentPhase.CLOSED);
        assertThat(closed.updated()).isEqualTo(NOW);
        assertThat(closed.opened()).isEqualTo(gone.opened());
        assertThat(closed.presences())
                .as("up to where the feed was heard last")
                .containsExactly(new Presence(gone.presences().get(0).from(), Instant.parse("2026-03-02T05:01:00Z")));
        assertThat(closed.closed()).isEqualTo(Instant.parse("2026-03-02T05:01:00Z"));
        assertThat(closed.reasons()[0].arguments()).isEqualTo(gone.reasons()[0].arguments());
        assertThat(closed.reasons()[closed.reasons().length - 1].code()).isEqualTo(ReasonCode.NO_LONGER_FOLLOWED);
        assertThat(new String(new ResultJson().line(closed), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"state\":\"closed\"", "whether it is over is not known");
    }

    @Test
    void whatIsNoIncidentIsNamed() throws IOException {
        Path journal = journal(PushSamples.carrier("gone", 98_100_000, Severity.MAJOR, PushSamples.NOON));
        Files.writeString(journal, Files.readString(journal).replace("unlicensed-carrier", "of another time"));

        assertThatThrownBy(() -> LeftIncidents.of(journal, Set.of(), NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(journal.toString())
                .hasMessageContaining("of another time");
    }

    private Path journal(Incident... incidents) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ResultJson json = new ResultJson();
        for (Incident incident : incidents) {
            lines.write(json.line(incident));
        }
        return Files.write(folder.resolve("journal.jsonl"), lines.toByteArray());
    }
}

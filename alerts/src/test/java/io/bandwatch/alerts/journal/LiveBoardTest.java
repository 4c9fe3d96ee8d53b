package io.bandwatch.alerts.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveBoardTest {
    @TempDir
    private Path folder;

    private Path journal;
    private LiveBoard board;

    @BeforeEach
    void begin() {
        journal = folder.resolve("journal.jsonl");
        board = new LiveBoard(journal);
    }

    @Test
    void isEmptyBeforeTheJournalIsThere() throws IOException {
        assertThat(board.now().incidents()).isEmpty();
        assertThat(board.now().carriers()).isEmpty();
    }

    @Test
    void ofAnIncidentTheLastLineCounts() throws IOException {
        write(incident("a", "open", "00:00"), incident("b", "open", "00:01"));
        assertThat(ids(board.now().open())).containsExactly("b", "a");

        write(incident("b", "closed", "00:01"));
        assertThat(ids(board.now().open())).containsExactly("a");
        assertThat(ids(board.now().incidents())).containsExactly("a", "b");
    }

    @Test
    void aLineThatIsHalfWrittenWaitsForItsEnd() throws IOException {
        String line = incident("a", "open", "00:00") + "\n";
        append(line.substring(0, 20));
        assertThat(board.now().incidents()).isEmpty();

        append(line.substring(20));
        assertThat(ids(board.now().incidents())).containsExactly("a");
    }

    @Test
    void whatWasCutOffByARestartIsForgotten() throws IOException {
        write(incident("a", "open", "00:00"), incident("b", "open", "00:01"));
        assertThat(board.now().open()).hasSize(2);

        Files.writeString(journal, incident("a", "open", "00:00") + "\n");
        assertThat(ids(board.now().open())).containsExactly("a");
    }

    @Test
    void showsCarriersOfTheLastIntervalOfTheirFeedOnly() throws IOException {
        write(
                carrier("roof", 98_000_000, "00:00", 1),
                carrier("roof", 97_000_000, "00:00", 1),
                carrier("hill", 99_000_000, "00:00", 1),
                carrier("roof", 98_000_000, "00:01", 1),
                carrier("roof", 97_500_000, "00:01", 0));

        assertThat(board.now().carriers())
                .as("97.0 was gone in the last minute of its feed; 97.5 was not on air in it")
                .extracting(line -> line.path("feed").asText() + " "
                        + line.path("channel_hz").asLong())
                .containsExactly("hill 99000000", "roof 98000000");
    }

    @Test
    void showsServicesThatTheirStreamHadInItsLastIntervalOnly() throws IOException {
        write(
                stream("mux", "00:00"),
                service("mux", 1, "00:00", "licensed"),
                service("mux", 2, "00:00", "licensed"),
                stream("other", "00:00"),
                service("other", 9, "00:00", "licensed"),
                stream("mux", "00:05"),
                service("mux", 2, "00:05", "unlicensed"));

        LiveBoard.Board now = board.now();
        assertThat(now.streams()).hasSize(2);
        assertThat(now.services())
                .as("service 1 is gone, service 2 is judged anew")
                .extracting(line -> line.path("service_id").asInt() + " "
                        + line.path("verdict").asText())
                .containsExactly("2 unlicensed", "9 licensed");
    }

    @Test
    void aLineThatIsNoRecordIsNamed() throws IOException {
        write("this is no JSON");

        assertThatThrownBy(() -> board.now()).isInstanceOf(IOException.class).hasMessageContaining("journal.jsonl");
    }

    private void write(String... lines) throws IOException {
        append(String.join("\n", lines) + "\n");
    }

    private void append(String text) throws IOException {
        Files.writeString(journal, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String incident(String id, String state, String minute) {
        return """
                {"type":"incident","id":"%s","state":"%s","opened":"2026-03-01T%s:00Z"}"""
                .formatted(id, state, minute);
    }

    private static String carrier(String feed, long channelHz, String minute, int presence) {
        return """
                {"type":"carrier","interval":true,"feed":"%s","time":"2026-03-01T%s:00Z","duration_s":60,"channel_hz":%d,"presence":%d}"""
                .formatted(feed, minute, channelHz, presence);
    }

    private static String stream(String feed, String minute) {
        return """
                {"type":"ts","interval":true,"feed":"%s","time":"2026-03-01T%s:00Z","duration_s":60}"""
                .formatted(feed, minute);
    }

    private static String service(String feed, int id, String minute, String verdict) {
        return """
                {"type":"service","interval":true,"feed":"%s","service_id":%d,"time":"2026-03-01T%s:00Z","verdict":"%s"}"""
                .formatted(feed, id, minute, verdict);
    }

    private static List<String> ids(List<JsonNode> incidents) {
        return incidents.stream().map(incident -> incident.path("id").asText()).toList();
    }
}

package io.bandwatch.alerts.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.Samples;
import io.bandwatch.alerts.push.ManualClock;
import io.bandwatch.alerts.report.NoContext;
import io.bandwatch.alerts.report.file.FileState;
import io.bandwatch.alerts.report.file.FileStateSerializer;
import io.bandwatch.detectors.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {
    private static final FileState NOTHING = new FileState(0, false, new byte[0]);
    private static final Duration KEEP = Duration.ofDays(3);
    private static final Duration DAY = Duration.ofDays(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Samples.START);
    private Path journal;

    @BeforeEach
    void begin() {
        journal = folder.resolve("journal.jsonl");
    }

    @Test
    void goesOnInAnotherFileAfterADayAndTellsWhatIsOpenAgain() throws IOException {
        try (JournalWriter writer = writer(NOTHING)) {
            write(
                    writer,
                    incident(98_100_000L, IncidentPhase.ACTIVE),
                    incident(99_300_000L, IncidentPhase.CLOSED),
                    carrier(0));
            writer.snapshotState(1);
            clock.advance(DAY.minusSeconds(1));
            write(writer, carrier(1));
            writer.snapshotState(2);
            assertThat(earlier()).isEmpty();
            clock.advance(Duration.ofSeconds(1));
            LiveBoard.Board before = new LiveBoard(journal).now();

            writer.snapshotState(3);
            write(writer, carrier(2));
            writer.snapshotState(4);

            assertThat(Files.readAllLines(earlier().get(0))).hasSize(4);
            List<String> lines = Files.readAllLines(journal);
            JsonNode first = JSON.readTree(lines.get(0));
            assertThat(first.path("type").asText()).isEqualTo("journal");
            assertThat(first.path("before").asText())
                    .isEqualTo(earlier().get(0).getFileName().toString());
            assertThat(first.path("repeated").asInt()).isEqualTo(3);
            assertThat(lines).hasSize(1 + 3 + 1);
            assertThat(lines.subList(1, 4))
                    .isSubsetOf(Files.readAllLines(earlier().get(0)));
            LiveBoard.Board now = new LiveBoard(journal).now();
            assertThat(now.incidents()).isEqualTo(before.incidents());
            assertThat(now.open()).hasSize(1);
            assertThat(now.carriers()).hasSize(1);
        }
    }

    @Test
    void aReaderOfBeforeGoesOnInTheNewFile() throws IOException {
        LiveBoard board = new LiveBoard(journal);
        try (JournalWriter writer = writer(NOTHING)) {
            write(writer, incident(98_100_000L, IncidentPhase.ACTIVE));
            writer.snapshotState(1);
            assertThat(board.now().open()).hasSize(1);
            clock.advance(DAY);
            writer.snapshotState(2);
            write(writer, incident(99_300_000L, IncidentPhase.ACTIVE));
            writer.snapshotState(3);

            assertThat(board.now().open()).hasSize(2);
        }
    }

    @Test
    void aCheckpointOfBeforeFindsItsFile() throws IOException {
        FileState state;
        byte[] then;
        try (JournalWriter killed = writer(NOTHING)) {
            write(killed, incident(98_100_000L, IncidentPhase.ACTIVE), carrier(0));
            state = stored(killed.snapshotState(1).get(0));
            then = Files.readAllBytes(journal);
            write(killed, carrier(1));
            clock.advance(DAY);
            killed.snapshotState(2);
            write(killed, carrier(2));
        }

        try (JournalWriter resumed = writer(state)) {
            assertThat(Files.readAllBytes(journal)).isEqualTo(then);
            assertThat(earlier()).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            resumed.snapshotState(3);
            assertThat(earlier()).as("it is a day old still").hasSize(1);
        }
    }

    @Test
    void aCheckpointOfAfterwardsGoesOnInTheNewFile() throws IOException {
        FileState state;
        try (JournalWriter killed = writer(NOTHING)) {
            write(killed, incident(98_100_000L, IncidentPhase.ACTIVE));
            clock.advance(DAY);
            state = stored(killed.snapshotState(1).get(0));
            write(killed, carrier(1));
        }

        try (JournalWriter resumed = writer(state)) {
            write(resumed, carrier(1));
            resumed.snapshotState(2);
        }

        assertThat(earlier()).hasSize(1);
        assertThat(Files.readAllLines(journal)).hasSize(3);
    }

    @Test
    void aCheckpointThatKnowsOfNoDaysGoesOn() throws IOException {
        Files.writeString(journal, "{}\n");
        try (JournalWriter resumed = writer(new FileState(3, false, new byte[0]))) {
            write(resumed, carrier(1));
            resumed.snapshotState(1);
        }
        assertThat(Files.readAllLines(journal)).hasSize(2);
    }

    @Test
    void whatIsOlderThanWasAskedForIsDeletedAndNothingElse() throws IOException {
        Path old = aged("journal-from-20260101T000000.000Z.jsonl", KEEP.plusSeconds(1));
        Path ofAnEarlierRun = aged("journal-until-20260101T000000Z.jsonl", KEEP.plusSeconds(1));
        Path young = aged("journal-from-20260102T000000.000Z.jsonl", KEEP.minusSeconds(1));
        Path younger = aged("journal-from-20260103T000000.000Z.jsonl", KEEP.minusSeconds(2));
        Path another = aged("journal-from-me.txt", KEEP.multipliedBy(9));

        aDayLater(DAY);

        assertThat(old).doesNotExist();
        assertThat(ofAnEarlierRun).doesNotExist();
        assertThat(young).exists();
        assertThat(younger).exists();
        assertThat(another).exists();
    }

    /** By its age alone, all that was kept would go, the file that has just ended too. */
    @Test
    void aClockThatIsSetAheadTakesNoJournal() throws IOException {
        List<Path> kept = List.of(
                aged("journal-from-20260101T000000.000Z.jsonl", KEEP.minusDays(1)),
                aged("journal-from-20260102T000000.000Z.jsonl", KEEP.minusDays(2)));
        try (JournalWriter writer = writer(NOTHING)) {
            write(writer, carrier(0));
            writer.snapshotState(1);
            clock.advance(Duration.ofDays(365));
            writer.snapshotState(2);
            assertThat(kept).allMatch(Files::exists);
            assertThat(earlier()).hasSize(3);

            // the file that was begun in a year's time ends when the clock is right again
            clock.advance(Duration.ofDays(-365));
            write(writer, carrier(1));
            writer.snapshotState(3);
            assertThat(kept).allMatch(Files::exists);
            assertThat(earlier()).hasSize(4);
        }
    }

    @Test
    void whatCannotBeDeletedStopsNothing() throws IOException {
        Path locked = Files.createDirectories(folder.resolve("journal-until-20260101T000000Z.jsonl/held"))
                .getParent();
        Files.setLastModifiedTime(locked, FileTime.from(clock.instant().minus(KEEP.multipliedBy(2))));
        for (int day = 1; day <= 3; day++) {
            aged("journal-from-2026010" + day + "T000000.000Z.jsonl", DAY.multipliedBy(day));
        }

        aDayLater(DAY);

        assertThat(locked).exists();
        assertThat(journal).exists();
        assertThat(earlier()).hasSize(5);
    }

    @Test
    void aJournalOfAnotherDayIsNotTakenForTheOneOfTheCheckpoint() throws IOException {
        FileState state;
        try (JournalWriter killed = writer(NOTHING)) {
            write(killed, incident(98_100_000L, IncidentPhase.ACTIVE));
            state = stored(killed.snapshotState(1).get(0));
            clock.advance(DAY);
            killed.snapshotState(2);
            write(killed, carrier(1), carrier(2));
        }
        byte[] left = Files.readAllBytes(journal);
        Files.delete(earlier().get(0));

        assertThatThrownBy(() -> writer(state))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("journal.jsonl")
                .hasMessageContaining("journal-from-");
        assertThat(Files.readAllBytes(journal)).isEqualTo(left);
    }

    private void aDayLater(Duration day) throws IOException {
        clock.advance(day.negated());
        try (JournalWriter writer = writer(NOTHING)) {
            clock.advance(day);
            writer.snapshotState(1);
        }
    }

    @Test
    void goesOnInTheOldFileWhereNoNewOneCanBeWritten() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("journal.jsonl.next/held"));
        try (JournalWriter writer = writer(NOTHING)) {
            write(writer, carrier(0));
            clock.advance(DAY);
            writer.snapshotState(1);
            write(writer, carrier(1));
            writer.snapshotState(2);
            assertThat(earlier()).isEmpty();
            assertThat(Files.readAllLines(journal)).hasSize(2);

            Files.delete(inTheWay);
            Files.delete(folder.resolve("journal.jsonl.next"));
            writer.snapshotState(3);
            assertThat(earlier()).hasSize(1);
        }
    }

    private JournalWriter writer(FileState state) throws IOException {
        return JournalWriter.open(new JournalFiles(journal), state, KEEP, clock, () -> {});
    }

    private static FileState stored(FileState state) throws IOException {
        FileStateSerializer serializer = new FileStateSerializer();
        return serializer.deserialize(serializer.getVersion(), serializer.serialize(state));
    }

    private static void write(JournalWriter writer, ResultRecord... records) throws IOException {
        for (ResultRecord value : records) {
            writer.write(value, new NoContext());
        }
    }

    private static ResultRecord incident(long channelHz, IncidentPhase phase) {
        return ResultRecord.of(Samples.incident("a", channelHz, phase));
    }

    private static ResultRecord carrier(int second) {
        return ResultRecord.of(Samples.carrier("a", 97_000_000L, Verdict.LICENSED, second));
    }

    private List<Path> earlier() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("journal-"))
                    .toList();
        }
    }

    private Path aged(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "{}\n");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
        return file;
    }
}

package io.bandwatch.alerts.journal;

import static org.assertj.core.api.Assertions.assertThat;

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
        Path another = aged("journal-from-me.txt", KEEP.multipliedBy(9));
        clock.advance(DAY.negated());
        try (JournalWriter writer = writer(NOTHING)) {
            clock.advance(DAY);
            writer.snapshotState(1);
        }
        assertThat(old).doesNotExist();
        assertThat(ofAnEarlierRun).doesNotExist();
        assertThat(young).exists();
        assertThat(another).exists();
    }

    @Test
    void goesOnInTheOldFileWhereNoNewOneCanBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("journal.jsonl.next"));
        try (JournalWriter writer = writer(NOTHING)) {
            write(writer, carrier(0));
            clock.advance(DAY);
            writer.snapshotState(1);
            write(writer, carrier(1));
            writer.snapshotState(2);
            assertThat(earlier()).isEmpty();
            assertThat(Files.readAllLines(journal)).hasSize(2);

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

package io.bandwatch.alerts.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementsTest {
    private static final Acknowledgement WANG =
            new Acknowledgement("one", Instant.parse("2026-03-14T14:31:00Z"), " 王 ", "seen\nby van");
    private static final Acknowledgement LI =
            new Acknowledgement("one", Instant.parse("2026-03-14T14:32:00Z"), "Li", "");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("acknowledgements.jsonl");
    }

    @Test
    void theFirstCountsAndIsThereAfterARestart() throws IOException {
        Acknowledgements said = new Acknowledgements(file);
        assertThat(said.of("one")).isEmpty();
        assertThat(said.add(WANG)).isEqualTo(WANG);
        assertThat(said.add(LI)).as("the one that counts").isEqualTo(WANG);

        assertThat(new Acknowledgements(file).of("one")).contains(WANG);
        assertThat(WANG.who()).isEqualTo("王");
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsCutOff() throws IOException {
        assertThat(new Acknowledgements(file).add(WANG)).isEqualTo(WANG);
        byte[] whole = Files.readAllBytes(file);
        // killed in the middle of a character
        Files.write(file, new byte[] {'{', '"', (byte) 0xE7}, StandardOpenOption.APPEND);
        AcknowledgementTail tail = new AcknowledgementTail(file);
        assertThat(tail.incidents()).containsExactly("one");

        Acknowledgements again = new Acknowledgements(file);
        assertThat(file).hasBinaryContent(whole);
        Acknowledgement two = new Acknowledgement("two", Instant.EPOCH, "", "");
        assertThat(again.add(two)).isEqualTo(two);
        assertThat(new Acknowledgements(file).of("two")).contains(two);
        assertThat(new AcknowledgementTail(file).incidents()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void whoFollowsHearsOfEachAsItComes() throws IOException {
        AcknowledgementTail tail = new AcknowledgementTail(file);
        assertThat(tail.incidents()).as("there is no file yet").isEmpty();
        Acknowledgements said = new Acknowledgements(file);
        assertThat(said.add(WANG)).isEqualTo(WANG);
        assertThat(tail.incidents()).containsExactly("one");
        assertThat(said.add(new Acknowledgement("two", Instant.EPOCH, "", "")).incident())
                .isEqualTo("two");
        assertThat(tail.incidents()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void somethingElseIsNamed() throws IOException {
        Files.writeString(file, "one\n");
        assertThatThrownBy(() -> new Acknowledgements(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("acknowledgements.jsonl: 'one' is no acknowledgement");
    }
}

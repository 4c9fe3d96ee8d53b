package io.bandwatch.alerts.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingLinesTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private GrowingLines lines = new GrowingLines(file);
    private final List<String> taken = new ArrayList<>();

    @BeforeEach
    void begin() {
        file = folder.resolve("journal.jsonl");
        lines = new GrowingLines(file);
    }

    @Test
    void aLineIsTakenWhenItIsWhole() throws IOException {
        append("one\ntw");
        assertThat(read()).containsExactly("one");
        append("o\n");
        assertThat(read()).containsExactly("one", "two");
        assertThat(read()).containsExactly("one", "two");
    }

    @Test
    void aLineMayBeLongerThanABlock() throws IOException {
        String line = "x".repeat(5_000_000);
        append("first\n" + line + "\nlast\n");
        assertThat(read()).containsExactly("first", line, "last");
    }

    @Test
    void aFileThatWasCutIsReadAnew() throws IOException {
        append("one\ntwo\nthree\n");
        assertThat(read()).hasSize(3);
        Files.writeString(file, "one\n");
        assertThat(read()).containsExactly("one");
    }

    @Test
    void soIsOneThatWasCutAndHasGrownBeyondWhatWasRead() throws IOException {
        append("one\nan incident that a restart took back\n");
        assertThat(read()).hasSize(2);
        Files.writeString(file, "one\nanother\n");
        append("and more than there was before\n");
        long size = Files.size(file);
        assertThat(size)
                .as("its length does not tell")
                .isGreaterThan("one\nan incident that a restart took back\n".length());
        assertThat(read()).containsExactly("one", "another", "and more than there was before");
    }

    @Test
    void aLineThatIsNotWantedLosesNoOther() throws IOException {
        append("one\nbad\ntwo\n");
        assertThatThrownBy(this::read).hasMessage("bad");
        assertThat(read()).containsExactly("one", "two");
    }

    private List<String> read() throws IOException {
        lines.readOn(taken::clear, line -> {
            if (line.equals("bad")) {
                throw new IOException(line);
            }
            taken.add(line);
        });
        return taken;
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private final List<String> told = new ArrayList<>();

    @TempDir
    Path folder;

    /** A job that cannot read its checkpoint is started again without end, and watches nothing. */
    @Test
    void checkpointsOfAnotherVersionAreSetAsideAndTheRunBeginsAnew() throws IOException {
        Path point = checkpoint();
        Files.writeString(folder.resolve("journal.jsonl"), "{\"type\":\"receiver\",\"feed\":\"a\"}\n");
        try (DataFolder data = DataFolder.claim(folder)) {
            assertThat(data.isFresh()).isFalse();

            data.begin(Set.of("a"), told::add);

            assertThat(data.isFresh()).isTrue();
        }
        assertThat(point).doesNotExist();
        assertThat(folder.resolve("checkpoints-of-layout-1/job/chk-7/_metadata"))
                .exists();
        assertThat(folder.resolve("journal.jsonl")).as("kept beside").doesNotExist();
        assertThat(told).singleElement().asString().contains("another version", "checkpoints-of-layout-1");
    }

    @Test
    void checkpointsOfThisVersionAreGoneOnFrom() throws IOException {
        try (DataFolder data = DataFolder.claim(folder)) {
            data.begin(Set.of(), told::add);
        }
        Path point = checkpoint();
        try (DataFolder data = DataFolder.claim(folder)) {
            data.begin(Set.of(), told::add);

            assertThat(data.isFresh()).isFalse();
        }
        assertThat(point).exists();
        assertThat(told).isEmpty();
    }

    @Test
    void aMarkThatNobodyCanReadIsNoReasonToGuess() throws IOException {
        Path point = checkpoint();
        Files.writeString(folder.resolve("checkpoints-layout"), "two\n");
        try (DataFolder data = DataFolder.claim(folder)) {
            assertThatThrownBy(() -> data.begin(Set.of(), told::add)).hasMessageContaining("'two' is no number");
        }
        assertThat(point).exists();
    }

    private Path checkpoint() throws IOException {
        Path point = Files.createDirectories(folder.resolve("checkpoints/job/chk-7"));
        return Files.writeString(point.resolve("_metadata"), "x");
    }
}

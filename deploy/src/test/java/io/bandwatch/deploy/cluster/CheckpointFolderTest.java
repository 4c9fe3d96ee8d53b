package io.bandwatch.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    private static final String FIRST_JOB = "a".repeat(32);
    private static final String SECOND_JOB = "0".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void hasNoneWhereNothingRan() throws IOException {
        assertThat(new CheckpointFolder(folder.resolve("absent")).newest()).isEmpty();
    }

    @Test
    void takesTheHighestNumberAsANumberWhateverItsTime() throws IOException {
        Path older = complete(FIRST_JOB, 9);
        Path newer = complete(SECOND_JOB, 10);
        Files.setLastModifiedTime(newer.resolve("_metadata"), FileTime.fromMillis(0));

        assertThat(new CheckpointFolder(folder).newest()).contains(newer).get().isNotEqualTo(older);
    }

    @Test
    void passesOverACheckpointThatWasCutShort() throws IOException {
        Path whole = complete(FIRST_JOB, 4);
        Files.createDirectories(folder.resolve(FIRST_JOB).resolve("chk-5"));

        assertThat(new CheckpointFolder(folder).newest()).contains(whole);
    }

    @Test
    void forgetsRunsAndLeavesOtherFilesAlone() throws IOException {
        complete(FIRST_JOB, 4);
        Path other = Files.createFile(folder.resolve("result.jsonl"));

        new CheckpointFolder(folder).clear();

        assertThat(folder.resolve(FIRST_JOB)).doesNotExist();
        assertThat(other).exists();
    }

    private Path complete(String job, long number) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(job).resolve("chk-" + number));
        Files.createFile(checkpoint.resolve("_metadata"));
        return checkpoint;
    }
}

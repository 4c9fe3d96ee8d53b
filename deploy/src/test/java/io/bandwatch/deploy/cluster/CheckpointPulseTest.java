package io.bandwatch.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointPulseTest {
    @TempDir
    private Path folder;

    private long nowNs;
    private CheckpointPulse pulse;

    @BeforeEach
    void begin() {
        pulse = new CheckpointPulse(folder, () -> nowNs);
    }

    @Test
    void aServiceThatHasJustBegunIsGivenItsTime() {
        after(60);
        assertThat(pulse.problem()).isEmpty();
        after(1);
        assertThat(pulse.problem()).hasValueSatisfying(text -> assertThat(text)
                .contains("no checkpoint has been completed for 61 s", "room on the disk of " + folder));
    }

    @Test
    void oneThatIsNotCompleteIsNone() throws IOException {
        after(50);
        complete("chk-1");
        assertThat(pulse.problem()).isEmpty();
        after(50);
        Files.createDirectories(folder.resolve("job/chk-2"));
        assertThat(pulse.problem()).isEmpty();
        after(50);
        assertThat(pulse.problem()).isPresent();
        complete("chk-3");
        assertThat(pulse.problem()).isEmpty();
    }

    /** The time of the day says nothing: the service may be asked rarely, and a file may be of a time that has not come. */
    @Test
    void whatWasCompletedSinceItWasAskedLastCounts() throws IOException {
        complete("chk-1");
        assertThat(pulse.problem()).isEmpty();
        after(3600);
        complete("chk-240");
        assertThat(pulse.problem()).isEmpty();
    }

    private void after(long seconds) {
        nowNs += TimeUnit.SECONDS.toNanos(seconds);
    }

    private void complete(String name) throws IOException {
        Path point = Files.createDirectories(folder.resolve("job").resolve(name));
        Files.writeString(point.resolve("_metadata"), "");
        Files.setLastModifiedTime(point.resolve("_metadata"), FileTime.from(nowNs, TimeUnit.NANOSECONDS));
    }
}

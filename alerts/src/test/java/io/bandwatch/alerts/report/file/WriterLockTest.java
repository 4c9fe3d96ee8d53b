package io.bandwatch.alerts.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one file. */
class WriterLockTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("journal.jsonl"), "{}\n");
    }

    @Test
    void oneProcessWritesAndTheNextWhenItIsKilled() throws Exception {
        assertThat(WriterLock.isHeld(file)).as("nobody has written yet").isFalse();
        Process holder = holder("writer");
        assertThat(WriterLock.isHeld(file)).isTrue();
        assertThatThrownBy(() -> WriterLock.await(file, Duration.ZERO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("journal.jsonl is written by another job");

        holder.destroyForcibly().waitFor();
        assertThat(WriterLock.isHeld(file)).isFalse();
        WriterLock.await(file, LONG_ENOUGH).close();
    }

    @Test
    void whoComesNextWaitsForTheEndOfTheOneBefore() throws Exception {
        Process holder = holder("writer");
        Thread end = new Thread(
                () -> {
                    try {
                        holder.getOutputStream().close();
                    } catch (IOException gone) {
                        holder.destroyForcibly();
                    }
                },
                "end");
        end.start();
        WriterLock.await(file, LONG_ENOUGH).close();
        end.join();
        assertThat(holder.waitFor()).isZero();
    }

    @Test
    void aLockOnTheFileItselfIsLostWhenItsWriterReadsIt() throws Exception {
        Process holder = holder("naive");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).as("two writers").isNotNull();
        }
        holder.destroyForcibly().waitFor();
    }

    @Test
    void withinOneProcessTheSecondIsRefusedAsWell() throws Exception {
        try (WriterLock first = WriterLock.await(file, Duration.ZERO)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> WriterLock.await(file, Duration.ZERO)).isInstanceOf(IOException.class);
        }
    }

    private Process holder(String kind) throws IOException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString(),
                        kind)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = holder.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).endsWith("held over 3 bytes");
        return holder;
    }
}

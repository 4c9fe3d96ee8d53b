package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay in a process of its own, killed in the middle and started again. */
class KilledReplayIT {
    private static final int SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void theResumedRunGivesTheBytesOfAnUndisturbedOne() throws Exception {
        Path recording = Recordings.bareCarrier(folder, SECONDS);
        Path undisturbed = folder.resolve("undisturbed.jsonl");
        assertThat(Replay.of(arguments(undisturbed, folder.resolve("other"), recording)
                                .toArray(String[]::new))
                        .exitCode())
                .isZero();

        Path resumed = folder.resolve("resumed.jsonl");
        Path checkpoints = folder.resolve("checkpoints");
        Process killed = start(resumed, checkpoints, recording);
        awaitCheckpoint(checkpoints, killed);
        killed.destroyForcibly().waitFor();
        assertThat(resumed).as("killed before its end").doesNotExist();
        assertThat(Files.size(checkpoints.resolve("result.jsonl")))
                .as("interval records were under way")
                .isPositive()
                .isLessThan(Files.size(undisturbed));

        assertThat(start(resumed, checkpoints, recording).waitFor()).isZero();
        assertThat(resumed).hasSameBinaryContentAs(undisturbed);
        assertThat(Files.readAllLines(resumed))
                .filteredOn(line -> line.contains("\"interval\":true"))
                .hasSize(SECONDS);
    }

    private Process start(Path output, Path checkpoints, Path recording) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.bandwatch.deploy.cli.BandwatchCommand"));
        command.addAll(arguments(output, checkpoints, recording));
        // on a machine that does not know its own name, the launcher gives this JVM a table of names
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Djdk.net.hosts.file="))
                .forEach(argument -> command.add(1, argument));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output.getFileName() + ".log").toFile())
                .start();
    }

    private List<String> arguments(Path output, Path checkpoints, Path recording) throws IOException {
        return List.of(
                "replay",
                "--format",
                "jsonl",
                "--every",
                "1s",
                "--output",
                output.toString(),
                "--checkpoints",
                checkpoints.toString(),
                "--licences",
                register().toString(),
                recording.toString());
    }

    /** With a register looks wait for what is known of relays, and some of them are in each checkpoint. */
    private Path register() throws IOException {
        return Files.writeString(
                folder.resolve("register.csv"), "id,name,frequency_mhz,class\nA,One,107.9,broadcast\n");
    }

    /** Waits until a checkpoint is complete that holds some of the result. */
    private static void awaitCheckpoint(Path checkpoints, Process running) throws Exception {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (running.isAlive() && System.nanoTime() < deadlineNs) {
            if (Files.exists(checkpoints.resolve("result.jsonl"))
                    && Files.size(checkpoints.resolve("result.jsonl")) > 0
                    && completed(checkpoints) > 0) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("no checkpoint before the end of the run");
    }

    private static long completed(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(file -> file.endsWith("_metadata")).count();
        } catch (java.io.UncheckedIOException removedMeanwhile) {
            return 0;
        }
    }
}

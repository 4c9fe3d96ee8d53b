package io.bandwatch.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterIT {
    private static final long LAST = 399;
    private static final long LONG = 1199;
    private static final long NEVER = -1;
    private static final long STEP_MS = 3;
    // Flink has one for all clusters of a process, and starts it when something is first put off
    private static final String TIMER_OF_THE_PROCESS = "FlinkCompletableFutureDelayScheduler";

    @TempDir
    private Path work;

    @TempDir
    private Path kept;

    @Test
    void runsABoundedJobToItsEndAndTakesItsFilesAndThreadsAway() throws Exception {
        Set<Thread> before = clusterThreads();

        JobOutcome outcome = count(settings(Optional.empty()), NEVER);

        assertThat(outcome.accumulators()).containsEntry(Counting.COUNT, LAST + 1);
        assertThat(outcome.resumedFrom()).isEmpty();
        assertThat(entriesOf(work)).isEmpty();
        assertThat(clusterThreads()).isSubsetOf(before);
    }

    @Test
    void failsWithTheMessageAtTheRootAndStillTakesItsFilesAway() throws Exception {
        assertThatThrownBy(() -> count(settings(Optional.empty()), 5))
                .isInstanceOf(JobFailedException.class)
                .hasMessage("the counter broke at 5")
                .satisfies(failure -> assertThat(((JobFailedException) failure).causedBy(IOException.class))
                        .hasValueSatisfying(cause -> assertThat(cause).hasMessage("the counter broke at 5")));
        assertThat(entriesOf(work)).isEmpty();
    }

    @Test
    void resumesAFailedRunFromItsCheckpointAndCountsNothingTwice() throws Exception {
        ClusterSettings settings = settings(Optional.of(kept.resolve("checkpoints")));
        assertThatThrownBy(() -> count(settings, LAST)).isInstanceOf(JobFailedException.class);
        Files.createFile(mended());

        JobOutcome outcome = count(settings, LAST);

        assertThat(outcome.resumedFrom()).isPresent();
        // 399 numbers of 3 ms against checkpoints every 50 ms: at least one stood before the breakdown
        assertThat(outcome.accumulators()).containsEntry(Counting.COUNT, LAST + 1);
        assertThat(outcome.accumulators().get(Counting.SEEN))
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isLessThan(LAST + 1);
    }

    @Test
    void startsAnewOnceARunHasFinished() throws Exception {
        ClusterSettings settings = settings(Optional.of(kept.resolve("checkpoints")));
        count(settings, NEVER);

        assertThat(entriesOf(kept.resolve("checkpoints"))).isEmpty();
        assertThat(count(settings, NEVER).resumedFrom()).isEmpty();
    }

    @Test
    void aLiveJobWhoseFeedsHaveEndedIsStoppedAllTheSame() throws Exception {
        ClusterSettings settings = settings(Optional.of(kept.resolve("points")));
        StreamExecutionEnvironment environment = LiveCluster.environment(settings);
        environment
                .fromSequence(0, 9)
                .uid("numbers")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");

        try (LiveCluster cluster = LiveCluster.start(settings, environment, "short")) {
            cluster.await();
            assertThat(cluster.isRunning()).isFalse();
            cluster.stop();
        }
    }

    /** Flink's own way is to begin again from the last checkpoint after each that fails. */
    @Test
    void aLiveJobGoesOnWhereNoCheckpointCanBeWritten() throws Exception {
        Path points = kept.resolve("points");
        ClusterSettings settings = settings(Optional.of(points));
        StreamExecutionEnvironment environment = LiveCluster.environment(settings);
        String seen = kept.resolve("seen").toString();
        environment
                .fromSequence(0, LONG)
                .uid("numbers")
                .map(number -> noted(slowly(number), seen))
                .uid("noting")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");

        try (LiveCluster cluster = LiveCluster.start(settings, environment, "unkept")) {
            while (!Files.exists(Path.of(seen)) || Files.size(Path.of(seen)) < 200) {
                Thread.sleep(10);
            }
            putAFileInThePlaceOf(points);
            // it would wait for a last checkpoint without end
            for (int waited = 0;
                    waited < 3000 && Files.readAllLines(Path.of(seen)).size() <= LONG;
                    waited++) {
                Thread.sleep(10);
            }
            assertThat(cluster.stop()).as("with a last checkpoint").isFalse();
        }
        assertThat(Files.readAllLines(Path.of(seen))).as("each number once").hasSize((int) LONG + 1);
    }

    /** A checkpoint that is being written makes its folder again, and files in it while it is deleted: it is moved. */
    private void putAFileInThePlaceOf(Path folder) throws IOException {
        for (int moved = 0; !Files.isRegularFile(folder); moved++) {
            if (Files.exists(folder)) {
                Files.move(folder, kept.resolve("moved-" + moved));
            } else {
                try {
                    Files.writeString(folder, "no folder", StandardOpenOption.CREATE_NEW);
                } catch (IOException madeAgain) {
                    assertThat(folder).as("made again: " + madeAgain).isDirectory();
                }
            }
        }
    }

    private static long noted(long number, String seen) throws IOException {
        Files.writeString(Path.of(seen), number + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return number;
    }

    private JobOutcome count(ClusterSettings settings, long breaksAt) throws Exception {
        LocalCluster cluster = new LocalCluster(settings);
        StreamExecutionEnvironment environment = cluster.environment();
        environment
                .fromSequence(0, LAST)
                .uid("numbers")
                // in the source's task, so that checkpoints stand between the numbers
                .map(LocalClusterIT::slowly)
                .uid("slowly")
                .keyBy(number -> 1)
                .process(new Counting(breaksAt, mended()))
                .uid("counting")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        return cluster.run(environment, "counting");
    }

    private static long slowly(long number) throws InterruptedException {
        Thread.sleep(STEP_MS);
        return number;
    }

    private ClusterSettings settings(Optional<Path> checkpoints) {
        return new ClusterSettings(1, work, checkpoints, Duration.ofMillis(50), ProgressDisplay.NONE);
    }

    private Path mended() {
        return kept.resolve("mended");
    }

    private static List<Path> entriesOf(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static Set<Thread> clusterThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().toLowerCase(Locale.ROOT).startsWith("flink")
                        || thread.getName().startsWith("pekko"))
                .filter(thread -> !thread.getName().startsWith(TIMER_OF_THE_PROCESS))
                .collect(Collectors.toSet());
    }
}

package io.bandwatch.deploy.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What one run needs of its cluster.
 *
 * @param slots slots of the one task manager; what a job has several tasks of needs as many
 * @param workFolder where the cluster makes its private folder, gone after the run; must exist
 * @param checkpoints where checkpoints are kept and looked for; empty for a run that cannot be resumed
 * @param checkpointInterval time from one checkpoint to the next
 * @param progress how progress is shown
 */
public record ClusterSettings(
        int slots, Path workFolder, Optional<Path> checkpoints, Duration checkpointInterval, ProgressDisplay progress) {
    // a checkpoint costs a few milliseconds here, and what is lost by a kill is read again
    private static final Duration SHORT_INTERVAL = Duration.ofMillis(500);

    public ClusterSettings {
        if (slots < 1) {
            throw new IllegalArgumentException("slots %d must be at least 1".formatted(slots));
        }
        if (checkpointInterval.toMillis() < 10) {
            throw new IllegalArgumentException(
                    "checkpointInterval %s must be at least 10 ms".formatted(checkpointInterval));
        }
    }

    /** One slot, the machine's folder for temporary files, no checkpoints, no progress shown. */
    public static ClusterSettings singleSlot() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new ClusterSettings(1, temporary, Optional.empty(), SHORT_INTERVAL, ProgressDisplay.NONE);
    }

    /** The same with checkpoints kept in {@code folder}, which is made when absent, and resumed from there. */
    public ClusterSettings resumableFrom(Path folder) {
        return new ClusterSettings(slots, workFolder, Optional.of(folder), checkpointInterval, progress);
    }

    /** The same with checkpoints kept in {@code folder}, one each {@code interval}. */
    public ClusterSettings checkpointing(Path folder, Duration interval) {
        return new ClusterSettings(slots, workFolder, Optional.of(folder), interval, progress);
    }

    /** The same with so many slots. */
    public ClusterSettings withSlots(int number) {
        return new ClusterSettings(number, workFolder, checkpoints, checkpointInterval, progress);
    }

    /** The same with progress shown on stderr. */
    public ClusterSettings showing(ProgressDisplay display) {
        return new ClusterSettings(slots, workFolder, checkpoints, checkpointInterval, display);
    }
}

package io.bandwatch.deploy.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What one run needs of its cluster.
 *
 * @param parallelism slots of the one task manager, and the job's default parallelism
 * @param workFolder where the cluster makes its private folder, gone after the run; must exist
 * @param checkpoints where checkpoints are kept and looked for; empty for a run that cannot be resumed
 * @param checkpointInterval time from one checkpoint to the next
 * @param progress how progress is shown
 */
public record ClusterSettings(
        int parallelism,
        Path workFolder,
        Optional<Path> checkpoints,
        Duration checkpointInterval,
        ProgressDisplay progress) {
    // a checkpoint costs a few milliseconds here, and what is lost by a kill is read again
    private static final Duration SHORT_INTERVAL = Duration.ofMillis(500);

    public ClusterSettings {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism %d must be at least 1".formatted(parallelism));
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
        return new ClusterSettings(parallelism, workFolder, Optional.of(folder), checkpointInterval, progress);
    }

    /** The same with checkpoints kept in {@code folder}, one each {@code interval}. */
    public ClusterSettings checkpointing(Path folder, Duration interval) {
        return new ClusterSettings(parallelism, workFolder, Optional.of(folder), interval, progress);
    }

    /** The same with progress shown on stderr. */
    public ClusterSettings showing(ProgressDisplay display) {
        return new ClusterSettings(parallelism, workFolder, checkpoints, checkpointInterval, display);
    }
}

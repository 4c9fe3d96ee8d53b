package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * Runs one bounded job in this process on a cluster of its own: one task manager, every port on loopback and free, its
 * own temporary folder, deleted at the end. A failing job fails the run at once: whoever starts it again with the same
 * checkpoints goes on where it was.
 */
public final class LocalCluster {
    /** A checkpoint costs a few milliseconds here, and what is lost by a kill is read again. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(500);

    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(32);

    private final Configuration configuration;
    private final @Nullable Path checkpoints;
    private final Path temporary;

    /**
     * Prepares a cluster.
     *
     * @param checkpoints folder of checkpoints to keep and to resume from, or null for none
     * @throws IOException if no temporary folder can be made
     */
    public LocalCluster(@Nullable Path checkpoints) throws IOException {
        this.checkpoints = checkpoints;
        this.temporary = Files.createTempDirectory("bandwatch-");
        this.configuration = configure();
    }

    private Configuration configure() {
        Configuration chosen = new Configuration();
        chosen.set(CoreOptions.TMP_DIRS, temporary.toString());
        chosen.set(RestOptions.ADDRESS, "127.0.0.1");
        chosen.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        chosen.set(RestOptions.BIND_PORT, "0");
        chosen.set(RestOptions.PORT, 0);
        chosen.set(PipelineOptions.GENERIC_TYPES, false);
        chosen.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        chosen.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        chosen.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        chosen.setString("web.tmpdir", temporary.toString());
        chosen.setString("metrics.reporters", "progress");
        chosen.setString("metrics.reporter.progress.factory.class", ProgressReporterFactory.class.getName());
        chosen.setString("metrics.reporter.progress.interval", "1 s");
        if (checkpoints != null) {
            chosen.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
            chosen.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    checkpoints.toUri().toString());
            chosen.set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        }
        return chosen;
    }

    /** An environment whose jobs suit this cluster, with parallelism 1. */
    public StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        return environment;
    }

    /**
     * Runs the job of {@link #environment()} to its end and closes the cluster.
     *
     * @throws JobFailedException if it fails
     * @throws InterruptedException if this thread is interrupted; the job is then given up
     */
    public void run(StreamExecutionEnvironment environment) throws JobFailedException, InterruptedException {
        JobGraph job = environment.getStreamGraph().getJobGraph();
        job.setJobID(new JobID());
        if (checkpoints != null) {
            newestCheckpoint(checkpoints)
                    .ifPresent(found -> job.setSavepointRestoreSettings(
                            SavepointRestoreSettings.forPath(found.toUri().toString(), false)));
        }
        MiniClusterConfiguration shape = new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build();
        MiniCluster cluster = new MiniCluster(shape);
        try {
            cluster.start();
            cluster.submitJob(job).get();
            JobResult result = cluster.requestJobResult(job.getJobID()).get();
            if (result.getSerializedThrowable().isPresent()) {
                throw new JobFailedException(
                        result.getSerializedThrowable().get().deserializeError(LocalCluster.class.getClassLoader()));
            }
        } catch (InterruptedException | JobFailedException ended) {
            throw ended;
        } catch (Exception failure) {
            throw new JobFailedException(failure);
        } finally {
            cluster.closeAsync().join();
            FileUtils.deleteDirectoryQuietly(temporary.toFile());
        }
    }

    /** The newest complete checkpoint below the folder. */
    static Optional<Path> newestCheckpoint(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var found = Files.find(folder, 3, (path, attributes) -> path.endsWith("_metadata"))) {
            return found.map(Path::getParent).max(java.util.Comparator.comparing(LocalCluster::modified));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("the checkpoints in " + folder + " cannot be read", unreadable);
        }
    }

    private static java.nio.file.attribute.FileTime modified(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.resolve("_metadata"));
        } catch (IOException gone) {
            return java.nio.file.attribute.FileTime.fromMillis(0);
        }
    }
}

package io.bandwatch.deploy.cluster;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** Settings in Flink's words. */
final class ClusterConfiguration {
    static final String LOOPBACK = "127.0.0.1";

    // A buffer is 32 KiB. At parallelism 1 an exchange takes some 20 of them, at parallelism p about 8 + 4 p^2.
    private static final MemorySize NETWORK_BASE = MemorySize.ofMebiBytes(32);
    private static final MemorySize NETWORK_PER_SLOT = MemorySize.ofMebiBytes(16);
    // heap state uses none
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(1);

    private ClusterConfiguration() {}

    /** How the job is to be built and run. */
    static Configuration ofJob(ClusterSettings settings) {
        Configuration configuration = new Configuration();
        // what there may be more tasks of says so itself
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        // a type that only Kryo can write is a mistake, found when the graph is built
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        // what flows is immutable, so operators of a chain may hand on the very object
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // whatever a cluster does for others: state is on the heap
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        // with checkpoints Flink would restart a failing job for ever
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.checkpoints().ifPresent(folder -> keepCheckpoints(configuration, folder, settings));
        return configuration;
    }

    /** The same with where the cluster listens and keeps its files. */
    static Configuration ofCluster(ClusterSettings settings, Path privateFolder) {
        Configuration configuration = ofJob(settings);
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.PORT, 0);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        // within one process an answer is late only where the machine is busy, and a busy machine is no failure
        configuration.setString("pekko.ask.timeout", "2 min");
        configuration.set(CoreOptions.TMP_DIRS, privateFolder.toString());
        configuration.set(BlobServerOptions.STORAGE_DIRECTORY, privateFolder.toString());
        // what is larger would be fetched from this machine's public address, where nobody listens
        configuration.set(BlobServerOptions.OFFLOAD_MINSIZE, Integer.MAX_VALUE);
        configuration.set(WebOptions.TMP_DIR, privateFolder.toString());
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        MemorySize network = NETWORK_BASE.add(NETWORK_PER_SLOT.multiply(settings.slots()));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        showProgress(configuration, settings.progress());
        return configuration;
    }

    private static void keepCheckpoints(Configuration configuration, Path folder, ClusterSettings settings) {
        Duration interval = settings.checkpointInterval();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }

    private static void showProgress(Configuration configuration, ProgressDisplay display) {
        if (display == ProgressDisplay.NONE) {
            return;
        }
        String prefix = "metrics.reporter.progress.";
        configuration.setString("metrics.reporters", "progress");
        configuration.setString(prefix + "factory.class", ProgressReporterFactory.class.getName());
        configuration.setString(prefix + "interval", display.interval().toMillis() + " ms");
        configuration.setString(prefix + ProgressReporterFactory.DISPLAY, display.name());
    }
}

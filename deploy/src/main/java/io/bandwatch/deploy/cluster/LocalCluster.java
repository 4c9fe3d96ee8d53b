package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Runs one bounded job to its end in a cluster of its own inside this process.
 *
 * <p>{@code StreamExecutionEnvironment.execute()} would close its cluster in the background and leave files behind; here
 * the cluster is closed before {@link #run} returns, whatever the outcome. A signal that ends this process cancels the
 * job first, so that sinks close in order; with checkpoints the next run resumes.
 */
public final class LocalCluster {
    private final ClusterSettings settings;

    /** A cluster for one run with these settings. */
    public LocalCluster(ClusterSettings settings) {
        this.settings = settings;
    }

    /** An environment to define the job in; only {@link #run} executes it. */
    public StreamExecutionEnvironment environment() {
        return StreamExecutionEnvironment.getExecutionEnvironment(ClusterConfiguration.ofJob(settings));
    }

    /**
     * Runs what was defined in the environment.
     *
     * @param environment one of {@link #environment()}
     * @param jobName what the job is called in messages
     * @throws JobFailedException when the job fails or is cancelled
     * @throws IOException when a folder cannot be made or read
     */
    public JobOutcome run(StreamExecutionEnvironment environment, String jobName)
            throws JobFailedException, IOException, InterruptedException {
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(jobName);
        return run(graph.getJobGraph());
    }

    /** Runs a job graph, resuming the newest complete checkpoint when there is one. */
    public JobOutcome run(JobGraph job) throws JobFailedException, IOException, InterruptedException {
        Optional<CheckpointFolder> checkpoints = settings.checkpoints().map(CheckpointFolder::new);
        Optional<Path> resumed = checkpoints.isPresent() ? checkpoints.get().newest() : Optional.empty();
        // the new run owns what it resumes: Flink takes it away when newer checkpoints stand
        resumed.ifPresent(checkpoint -> job.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(checkpoint.toUri().toString(), false, RecoveryClaimMode.CLAIM)));
        JobExecutionResult result;
        Path privateFolder = Files.createTempDirectory(settings.workFolder(), "bandwatch-job-");
        try {
            result = runIn(privateFolder, job);
        } finally {
            FileTree.delete(privateFolder);
        }
        if (checkpoints.isPresent()) {
            checkpoints.get().clear();
        }
        return new JobOutcome(
                Duration.ofMillis(result.getNetRuntime()),
                resumed.map(Path::toString),
                result.getAllAccumulatorResults());
    }

    @SuppressWarnings("try") // closing the cluster waits; an interruption meanwhile reaches the caller
    private JobExecutionResult runIn(Path privateFolder, JobGraph job) throws JobFailedException, InterruptedException {
        MiniClusterConfiguration configuration = new MiniClusterConfiguration.Builder()
                .setConfiguration(ClusterConfiguration.ofCluster(settings, privateFolder))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.slots())
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .setCommonBindAddress(ClusterConfiguration.LOOPBACK)
                .build();
        try (MiniCluster cluster = new MiniCluster(configuration);
                OrderlyShutdown shutdown = new OrderlyShutdown(cluster, job.getJobID(), privateFolder)) {
            cluster.start();
            shutdown.arm();
            cluster.submitJob(job).get();
            JobResult result = cluster.requestJobResult(job.getJobID()).get();
            return result.toJobExecutionResult(LocalCluster.class.getClassLoader());
        } catch (InterruptedException interruption) {
            throw interruption;
        } catch (Exception failure) {
            throw new JobFailedException(failure);
        }
    }
}

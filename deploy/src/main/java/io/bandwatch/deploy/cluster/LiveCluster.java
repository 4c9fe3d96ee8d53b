package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Runs one job without an end, in a cluster of its own inside this process. A task that fails is started again from the last
 * checkpoint, with growing pauses. {@link #stop} makes a last checkpoint first; the next run goes on from it, or after a crash from the
 * newest that is complete. What of it belongs to feeds that are no more is left out.
 */
public final class LiveCluster implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final ResumePoints points;
    private final Path privateFolder;
    private final MiniCluster cluster;
    private final JobID job;

    private LiveCluster(ResumePoints points, Path privateFolder, MiniCluster cluster, JobID job) {
        this.points = points;
        this.privateFolder = privateFolder;
        this.cluster = cluster;
        this.job = job;
    }

    /** An environment to define the job in; only {@link #start} executes it. */
    public static StreamExecutionEnvironment environment(ClusterSettings settings) {
        return StreamExecutionEnvironment.getExecutionEnvironment(restarting(ClusterConfiguration.ofJob(settings)));
    }

    /**
     * Starts what was defined in the environment, and returns when it was accepted.
     *
     * @param settings with a folder of checkpoints
     * @throws JobFailedException when it cannot be started
     */
    public static LiveCluster start(ClusterSettings settings, StreamExecutionEnvironment environment, String jobName)
            throws JobFailedException, IOException, InterruptedException {
        ResumePoints points = new ResumePoints(settings.checkpoints().orElseThrow());
        JobGraph job = graph(environment, jobName, points);
        Path privateFolder = Files.createTempDirectory(settings.workFolder(), "bandwatch-job-");
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(restarting(ClusterConfiguration.ofCluster(settings, privateFolder)))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.slots())
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .setCommonBindAddress(ClusterConfiguration.LOOPBACK)
                .build());
        LiveCluster live = new LiveCluster(points, privateFolder, cluster, job.getJobID());
        try {
            cluster.start();
            cluster.submitJob(job).get();
            return live;
        } catch (InterruptedException interruption) {
            live.close();
            throw interruption;
        } catch (Exception failure) {
            live.close();
            throw new JobFailedException(failure);
        }
    }

    /** The job that goes on from the newest of the points; the others are taken away. */
    public static JobGraph graph(StreamExecutionEnvironment environment, String jobName, ResumePoints points)
            throws IOException {
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(jobName);
        JobGraph job = graph.getJobGraph();
        Optional<Path> resumed = points.newest();
        resumed.ifPresent(point -> job.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(point.toUri().toString(), true, RecoveryClaimMode.CLAIM)));
        points.forgetAllBut(resumed.orElse(null));
        return job;
    }

    private static Configuration restarting(Configuration configuration) {
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        // one that cannot be written, as on a full disk, is no reason to hear nothing: the next one may be
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        return configuration;
    }

    /** Whether the job runs; while a task is started again it does not. */
    public boolean isRunning() {
        try {
            return cluster.getJobStatus(job).get(PATIENCE_S, TimeUnit.SECONDS) == JobStatus.RUNNING && hasTaskManager();
        } catch (ExecutionException | TimeoutException gone) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether there is somebody to run its tasks. Flink gives up who runs them where one cannot even fail in order, and starts nobody
     * else: then this process can only end, and be started again.
     */
    public boolean hasTaskManager() throws InterruptedException {
        try {
            return cluster.requestClusterOverview()
                            .get(PATIENCE_S, TimeUnit.SECONDS)
                            .getNumTaskManagersConnected()
                    > 0;
        } catch (ExecutionException | TimeoutException gone) {
            return false;
        }
    }

    /**
     * Makes a last checkpoint and ends the job. One whose feeds have all come to their end has ended.
     *
     * @return whether the next run goes on from here; else, as where a task was being started again, from the checkpoint before
     */
    public boolean stop() throws JobFailedException, InterruptedException {
        try {
            if (!hasEnded() && stoppedWithCheckpoint()) {
                cluster.requestJobResult(job).get(PATIENCE_S, TimeUnit.SECONDS);
                return true;
            }
            if (hasEnded() || !cancelled()) {
                await();
                return true;
            }
            cluster.requestJobResult(job).get(PATIENCE_S, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException | TimeoutException failure) {
            throw new JobFailedException(failure);
        }
    }

    private boolean hasEnded() throws ExecutionException, TimeoutException, InterruptedException {
        return cluster.getJobStatus(job).get(PATIENCE_S, TimeUnit.SECONDS).isGloballyTerminalState();
    }

    /** Gives it up; false where it came to its end just then. */
    private boolean cancelled() throws ExecutionException, TimeoutException, InterruptedException {
        try {
            cluster.cancelJob(job).get(PATIENCE_S, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException refused) {
            if (hasEnded()) {
                return false;
            }
            throw refused;
        }
    }

    private boolean stoppedWithCheckpoint() throws InterruptedException {
        try {
            cluster.stopWithSavepoint(job, points.last().toUri().toString(), false, SavepointFormatType.NATIVE)
                    .get(PATIENCE_S, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notNow) {
            return false;
        }
    }

    /**
     * Waits until the job has ended.
     *
     * @throws JobFailedException when it did not end by being stopped
     */
    public void await() throws JobFailedException, InterruptedException {
        try {
            JobResult result = cluster.requestJobResult(job).get();
            result.toJobExecutionResult(LiveCluster.class.getClassLoader());
        } catch (InterruptedException interruption) {
            throw interruption;
        } catch (Exception failure) {
            throw new JobFailedException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            cluster.closeAsync().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("the cluster of the job did not end in order", failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            FileTree.delete(privateFolder);
        }
    }
}

package io.bandwatch.deploy.cluster.remote;

import io.bandwatch.deploy.cluster.JobFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.rest.handler.legacy.messages.ClusterOverviewWithVersion;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** A Flink cluster, over the REST interface of its JobManager. */
public final class RemoteCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The jars of a job are some 40 MB, and a last checkpoint is written by the cluster. */
    private static final Duration PATIENCE_TO_MOVE = Duration.ofMinutes(5);

    private static final Duration PATIENCE_TO_CONNECT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;

    private final RestClusterClient<StandaloneClusterId> client;

    private RemoteCluster(RestClusterClient<StandaloneClusterId> client) {
        this.client = client;
    }

    /**
     * What a cluster says of itself.
     *
     * @param version of its Flink
     * @param freeSlots where no job runs
     */
    public record Overview(String version, int freeSlots) {
        /** The version of Flink that jobs are built with here. */
        public static String ownVersion() {
            return EnvironmentInformation.getVersion();
        }
    }

    /** A cluster; nothing is asked yet. */
    public static RemoteCluster at(JobManagerAddress address) throws JobFailedException {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, address.host());
        configuration.set(RestOptions.PORT, address.port());
        configuration.set(RestOptions.CONNECTION_TIMEOUT, PATIENCE_TO_CONNECT);
        // a wrong address is to be told at once
        configuration.set(RestOptions.RETRY_MAX_ATTEMPTS, ATTEMPTS);
        try {
            return new RemoteCluster(new RestClusterClient<>(configuration, StandaloneClusterId.getInstance()));
        } catch (Exception unusable) {
            throw new JobFailedException(unusable);
        }
    }

    /**
     * What it says of itself.
     *
     * @throws JobFailedException if it does not answer
     */
    public Overview overview() throws JobFailedException, InterruptedException {
        ClusterOverviewWithVersion overview = answer(client.getClusterOverview());
        return new Overview(overview.getVersion(), overview.getNumSlotsAvailable());
    }

    /** The job of that name that has not ended; one that is started again and again has not. */
    public Optional<String> running(String jobName) throws JobFailedException, InterruptedException {
        return answer(client.listJobs()).stream()
                .filter(job ->
                        job.getJobName().equals(jobName) && !job.getJobState().isTerminalState())
                .map(JobStatusMessage::getJobId)
                .map(JobID::toHexString)
                .findFirst();
    }

    /** Whether the job of that name runs; while a task is started again it does not. */
    public boolean runs(String jobName) throws JobFailedException, InterruptedException {
        return answer(client.listJobs()).stream()
                .anyMatch(job -> job.getJobName().equals(jobName) && job.getJobState() == JobStatus.RUNNING);
    }

    /**
     * Sends a job with its jars.
     *
     * @return its id, when the cluster has taken it
     */
    public String submit(JobGraph job, List<Path> jars) throws JobFailedException, InterruptedException {
        for (Path jar : jars) {
            job.addJar(new org.apache.flink.core.fs.Path(jar.toUri()));
        }
        return answer(client.submitJob(job), PATIENCE_TO_MOVE).toHexString();
    }

    /** Makes a last checkpoint in a folder that the cluster sees, and ends the job. */
    public void stop(String job, Path folder) throws JobFailedException, InterruptedException {
        JobID id = JobID.fromHexString(job);
        answer(
                client.stopWithSavepoint(id, false, folder.toUri().toString(), SavepointFormatType.NATIVE),
                PATIENCE_TO_MOVE);
        answer(client.requestJobResult(id), PATIENCE_TO_MOVE);
    }

    private static <T> T answer(CompletableFuture<T> asked) throws JobFailedException, InterruptedException {
        return answer(asked, PATIENCE);
    }

    private static <T> T answer(CompletableFuture<T> asked, Duration patience)
            throws JobFailedException, InterruptedException {
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new JobFailedException(
                    new IOException("the JobManager gave no answer within " + patience.toSeconds() + " s", late));
        } catch (ExecutionException failure) {
            throw new JobFailedException(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

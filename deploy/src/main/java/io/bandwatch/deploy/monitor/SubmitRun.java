package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.Incident;
import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.cluster.JobFailedException;
import io.bandwatch.deploy.cluster.LiveCluster;
import io.bandwatch.deploy.cluster.ResumePoints;
import io.bandwatch.deploy.cluster.remote.JobManagerAddress;
import io.bandwatch.deploy.cluster.remote.RemoteCluster;
import io.bandwatch.deploy.cluster.remote.RemoteCluster.Overview;
import io.bandwatch.deploy.cluster.remote.ShippedJars;
import io.bandwatch.deploy.config.MonitorConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.jobgraph.JobGraph;

/**
 * Hands the live service's job to a Flink cluster. What the job keeps is in the data folder, under the same path on every host of the
 * cluster; there is one job a data folder, and its name says which.
 */
public final class SubmitRun {
    private final MonitorConfig config;
    private final JobManagerAddress address;
    private final PrintWriter err;

    /** @param err where people are told what happens */
    public SubmitRun(MonitorConfig config, JobManagerAddress address, PrintWriter err) {
        this.config = config;
        this.address = address;
        this.err = err;
    }

    /** The name of the job on the cluster. */
    public static String jobName(MonitorConfig config) {
        return "bandwatch " + config.data().toAbsolutePath().normalize();
    }

    /**
     * Looks at the configuration, and asks no cluster.
     *
     * @throws UnusableInputException if it only works on one machine
     */
    public void check() {
        List<String> problems = new ClusterFit(config, address).problems();
        if (!problems.isEmpty()) {
            throw new UnusableInputException(problems);
        }
    }

    /**
     * Submits the job, which goes on from the newest checkpoint in the data folder.
     *
     * @return the id of the job
     * @throws UnusableInputException if the configuration cannot be used on a cluster, no cluster answers, or the job runs already
     * @throws JobFailedException if the cluster does not take it
     */
    public String submit() throws IOException, InterruptedException, JobFailedException {
        check();
        JudgingSettings judging = Judging.of(config, err);
        try (RemoteCluster cluster = RemoteCluster.at(address)) {
            askVersion(cluster);
            Optional<String> running = cluster.running(jobName(config));
            if (running.isPresent()) {
                throw new UnusableInputException(List.of("the job of " + config.data() + " runs on " + address
                        + " already, as " + running.get()
                        + "; --restart starts it anew with configuration and registers as they are, --stop ends it"));
            }
            return submit(cluster, judging);
        }
    }

    /**
     * Ends the job with a last checkpoint, and submits it again. What cannot be used, such as a broken register, leaves it as it is.
     *
     * @return the id of the new job
     */
    public String restart() throws IOException, InterruptedException, JobFailedException {
        check();
        JudgingSettings judging = Judging.of(config, err);
        try (RemoteCluster cluster = RemoteCluster.at(address)) {
            askVersion(cluster);
            stop(cluster);
            return submit(cluster, judging);
        }
    }

    /**
     * Ends the job with a last checkpoint, from which the next one goes on.
     *
     * @throws UnusableInputException if no cluster answers, or it does not run the job
     */
    public void stop() throws InterruptedException, JobFailedException {
        try (RemoteCluster cluster = RemoteCluster.at(address)) {
            askVersion(cluster);
            stop(cluster);
        }
    }

    private void stop(RemoteCluster cluster) throws InterruptedException, JobFailedException {
        String id = cluster.running(jobName(config))
                .orElseThrow(() -> new UnusableInputException(
                        List.of("no job of " + config.data() + " runs on " + address + "; submit one")));
        cluster.stop(id, new ResumePoints(DataFolder.checkpoints(config.data())).last());
        tell("job %s is stopped; the next one goes on from here", id);
    }

    private String submit(RemoteCluster cluster, JudgingSettings judging)
            throws IOException, InterruptedException, JobFailedException {
        int freeSlots = overview(cluster).freeSlots();
        try (DataFolder data = DataFolder.claim(config.data())) {
            List<Incident> left = data.begin(config.places().byFeed().keySet(), said -> tell("%s", said));
            JobGraph job = LiveCluster.graph(
                    new ServiceJob(config, data, null).define(judging, left, null),
                    jobName(config),
                    new ResumePoints(data.checkpoints()));
            String id = cluster.submit(job, ShippedJars.ofThisProcess());
            tell("%d feeds are watched by job %s on %s", config.feeds().size(), id, address);
            if (freeSlots < config.indexTasks()) {
                tell(
                        "TaskManagers have %d free slots, and the job needs %d (index-tasks); it waits for more",
                        freeSlots, config.indexTasks());
            }
            return id;
        }
    }

    private void askVersion(RemoteCluster cluster) throws InterruptedException {
        String version = overview(cluster).version();
        if (!version.equals(Overview.ownVersion())) {
            throw new UnusableInputException(List.of("the cluster at " + address + " runs Flink " + version
                    + ", and this job is made for " + Overview.ownVersion()));
        }
    }

    private Overview overview(RemoteCluster cluster) throws InterruptedException {
        try {
            return cluster.overview();
        } catch (JobFailedException silent) {
            throw new UnusableInputException(
                    "no JobManager answers at " + address + " (" + silent.getMessage()
                            + "); name host and port of its REST interface, usually 8081",
                    silent);
        }
    }

    private void tell(String format, Object... arguments) {
        err.printf("bandwatch: " + format + "%n", arguments);
        err.flush();
    }
}

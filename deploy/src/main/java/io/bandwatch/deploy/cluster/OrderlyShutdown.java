package io.bandwatch.deploy.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** When a signal ends this process, cancels the job and closes its cluster before the process goes. */
final class OrderlyShutdown implements AutoCloseable {
    private static final long PATIENCE_S = 10;

    private final MiniCluster cluster;
    private final JobID job;
    private final Path privateFolder;
    private final Thread hook;

    OrderlyShutdown(MiniCluster cluster, JobID job, Path privateFolder) {
        this.cluster = cluster;
        this.job = job;
        this.privateFolder = privateFolder;
        this.hook = new Thread(this::shutDown, "bandwatch-orderly-shutdown");
    }

    void arm() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook is at work and will finish by itself
            return;
        }
    }

    private void shutDown() {
        try {
            cluster.cancelJob(job).get(PATIENCE_S, TimeUnit.SECONDS);
            cluster.requestJobResult(job).get(PATIENCE_S, TimeUnit.SECONDS);
            cluster.closeAsync().get(PATIENCE_S, TimeUnit.SECONDS);
            FileTree.delete(privateFolder);
        } catch (ExecutionException | TimeoutException | IOException failure) {
            System.err.println("bandwatch: the job did not stop in order: " + failure.getMessage());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

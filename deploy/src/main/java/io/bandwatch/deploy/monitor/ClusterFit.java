package io.bandwatch.deploy.monitor;

import io.bandwatch.deploy.cluster.remote.JobManagerAddress;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.ingest.live.address.FeedAddress;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.address.ReceiverAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What of a configuration only works on one machine. */
final class ClusterFit {
    private final MonitorConfig config;
    private final JobManagerAddress jobManager;

    ClusterFit(MonitorConfig config, JobManagerAddress jobManager) {
        this.config = config;
        this.jobManager = jobManager;
    }

    /** What keeps it off the cluster, a line each with its remedy. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        StoreChoice store = config.store();
        if (store.kind() == StoreChoice.Kind.EMBEDDED) {
            problems.add("store: embedded: it is a child of 'monitor', and a cluster has none; name the URL of a store"
                    + " that every TaskManager reaches, or 'none'");
        }
        if (store.url() != null && elsewhere(URI.create(store.url()).getHost())) {
            problems.add("store: " + store.url() + " is another machine for each TaskManager; name one that all of them"
                    + " reach");
        }
        config.feeds().forEach(feed -> ofFeed(feed, problems));
        return List.copyOf(problems);
    }

    private void ofFeed(LiveFeedSpec feed, List<String> problems) {
        FeedAddress address = feed.parsed();
        if (address instanceof ReceiverAddress receiver && elsewhere(receiver.host())) {
            problems.add(feed.feed() + ": " + address.shown()
                    + " is another machine for each TaskManager; name the host" + " that the receiver is on");
        }
    }

    /** Loopback, where the cluster is not on this machine. */
    private boolean elsewhere(String host) {
        return !jobManager.isLoopback() && JobManagerAddress.isLoopback(host);
    }
}

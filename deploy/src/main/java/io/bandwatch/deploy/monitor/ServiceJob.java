package io.bandwatch.deploy.monitor;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.influx.embedded.EmbeddedInflux;
import io.bandwatch.alerts.journal.JournalSink;
import io.bandwatch.alerts.push.service.PushSink;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.deploy.JudgingSettings;
import io.bandwatch.deploy.Outputs;
import io.bandwatch.deploy.Topology;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.LiveCluster;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.registers.RegisterFiles;
import io.bandwatch.ingest.flink.live.FeedHold;
import io.bandwatch.ingest.flink.live.LiveFeedSource;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job of the live service: the same in this process and on a cluster, so that each goes on where the other was stopped. */
final class ServiceJob {
    private static final int HASH_DIGITS = 12;

    private final MonitorConfig config;
    private final DataFolder data;
    private final @Nullable FeedHold hold;

    /** @param hold what keeps its feeds open for the next job of this process, or null */
    ServiceJob(MonitorConfig config, DataFolder data, @Nullable FeedHold hold) {
        this.config = config;
        this.data = data;
        this.hold = hold;
    }

    /** As many slots as the index has tasks; checkpoints are in the data folder. */
    ClusterSettings settings() {
        return ClusterSettings.singleSlot()
                .withSlots(config.indexTasks())
                .checkpointing(data.checkpoints(), config.checkpointEvery());
    }

    /**
     * The job in an environment of its own.
     *
     * @param left incidents of runs before that nobody follows any more, as they are closed
     * @param store the store that was started for it, where it has one of its own
     */
    StreamExecutionEnvironment define(JudgingSettings judging, List<Incident> left, @Nullable EmbeddedInflux store) {
        StreamExecutionEnvironment environment = LiveCluster.environment(settings());
        LiveFeedSource feeds = new LiveFeedSource(config.feeds(), null, preroll(), hold);
        Topology.live(judging, left, config.indexTasks())
                .define(
                        environment
                                .fromSource(feeds, feeds.watermarks(), "live-feeds")
                                // other feeds are another source: its state says which there are
                                .uid("live-feeds-" + hash(config.feeds().toString())),
                        new Outputs(
                                new JournalSink(data.journal(), config.keepJournal()),
                                config.every(),
                                config.store().forwarding(store, data.spool()),
                                config.places(),
                                pushes(),
                                null));
        return environment;
    }

    private @Nullable PrerollSettings preroll() {
        EvidenceConfig evidence = config.evidence();
        return evidence == null ? null : evidence.preroll();
    }

    private @Nullable PushSink pushes() {
        PushSettings settings = config.pushes();
        return settings == null
                ? null
                : new PushSink(
                        settings,
                        data.outbox().toString(),
                        data.acknowledgements().toString());
    }

    private static String hash(String feeds) {
        return RegisterFiles.sha256(feeds.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
}

package io.bandwatch.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.report.JsonLinesSink;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.deploy.cluster.ClusterSettings;
import io.bandwatch.deploy.cluster.JobOutcome;
import io.bandwatch.deploy.cluster.LocalCluster;
import io.bandwatch.detectors.licences.MaintenancePlan;
import io.bandwatch.ingest.flink.live.LiveFeedSource;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job that watches transport streams, such as one port of this machine. */
final class LiveJob {
    private final List<LiveFeedSpec> feeds;
    private final JudgingSettings judging;
    private final Path result;
    private final ClusterSettings settings;

    LiveJob(int port, Path result, ClusterSettings settings) {
        this(new LiveFeedSpec("head-end", "udp://127.0.0.1:" + port), result, settings);
    }

    LiveJob(LiveFeedSpec feed, Path result, ClusterSettings settings) {
        this(List.of(feed), JudgingSettings.of(null, MaintenancePlan.NONE, ZoneOffset.UTC), result, settings);
    }

    LiveJob(List<LiveFeedSpec> feeds, JudgingSettings judging, Path result, ClusterSettings settings) {
        this.feeds = feeds;
        this.judging = judging;
        this.result = result;
        this.settings = settings;
    }

    /** Watches for so long. */
    JobOutcome watch(Duration atMost) throws Exception {
        LocalCluster cluster = new LocalCluster(settings);
        StreamExecutionEnvironment environment = cluster.environment();
        LiveFeedSource source = new LiveFeedSource(feeds, atMost);
        new Topology(judging)
                .define(
                        environment
                                .fromSource(source, source.watermarks(), "live-feeds")
                                .uid("live-feeds"),
                        new Outputs(
                                new JsonLinesSink(result, new SummarySeed(1, Map.of(), null, null, null)), null, null));
        return cluster.run(environment, "live");
    }

    /** Records of a type in the result. */
    List<JsonNode> records(String type) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(result)) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.path("type").asText().equals(type)) {
                records.add(record);
            }
        }
        return records;
    }
}

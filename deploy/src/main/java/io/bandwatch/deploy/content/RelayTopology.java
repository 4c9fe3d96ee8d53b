package io.bandwatch.deploy.content;

import io.bandwatch.detectors.content.relays.RelayDetector;
import io.bandwatch.detectors.content.relays.RelayLook;
import io.bandwatch.detectors.content.relays.RelayNews;
import io.bandwatch.detectors.content.relays.RelayState;
import io.bandwatch.detectors.content.relays.RelayWatch;
import io.bandwatch.detectors.content.relays.RelayWatchState;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.flink.InOrderOfTime;
import io.bandwatch.detectors.watch.AttestedLook;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The part of the main job that tells the judges of a carrier what its prints say: that it relays a licensed one. Looks at
 * recordings wait until all is known that was known when they were made, so that a result is a function of the recordings;
 * live ones wait for nothing.
 */
public final class RelayTopology {
    private static final String ALL = "all";

    private final Duration restart;
    private final boolean live;

    /**
     * @param restart absence after which a carrier on the same frequency counts as come on again
     * @param live whether looks come as they are made
     */
    public RelayTopology(Duration restart, boolean live) {
        this.restart = restart;
        this.live = live;
    }

    /**
     * The looks, with what is known of relays.
     *
     * @param reports what of carriers was heard before
     */
    public DataStream<AttestedLook> informed(DataStream<AttestedLook> looks, DataStream<RepeatReport> reports) {
        DataStream<RelayLook> all = looks.map(RelayLook::of, TypeInformation.of(RelayLook.class))
                .name("looks-to-inform")
                .uid("looks-to-inform")
                .union(news(reports)
                        .map(RelayLook::of, TypeInformation.of(RelayLook.class))
                        .name("relay-news")
                        .uid("relay-news"));
        return (live ? all : inOrder(all))
                .keyBy(RelayLook::place, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, RelayLook, AttestedLook>(RelayLook::time, RelayLook::isLast)
                                .with("relay-watch", new RelayWatch(restart), RelayWatchState.class),
                        TypeInformation.of(AttestedLook.class))
                .name("relay-watch")
                .uid("relay-watch");
    }

    /** All under one key, so that what is of one time stays in the order in which it came; recordings are read by one task. */
    private static DataStream<RelayLook> inOrder(DataStream<RelayLook> all) {
        return all.keyBy(look -> ALL, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, RelayLook>(RelayLook.class, RelayLook::time, RelayLook::order),
                        TypeInformation.of(RelayLook.class))
                .name("relay-looks-in-order")
                .uid("relay-looks-in-order");
    }

    private static DataStream<RelayNews> news(DataStream<RepeatReport> reports) {
        return reports.filter(report -> report.subject().channelHz() != 0)
                .name("heard-carriers")
                .uid("heard-carriers")
                .keyBy(report -> ALL, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, RepeatReport>(
                                RepeatReport.class, RepeatReport::time, (one, other) -> one.subject()
                                        .compareTo(other.subject())),
                        TypeInformation.of(RepeatReport.class))
                .name("reports-in-order")
                .uid("reports-in-order")
                .keyBy(report -> ALL, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, RepeatReport, RelayNews>(RepeatReport::time, report -> false)
                                .with("relays", new RelayDetector(), RelayState.class),
                        TypeInformation.of(RelayNews.class))
                .name("relays")
                .uid("relays");
    }
}

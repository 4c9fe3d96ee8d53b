package io.bandwatch.deploy.content;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.ledger.LeaveDetector;
import io.bandwatch.detectors.content.ledger.LeaveNews;
import io.bandwatch.detectors.content.ledger.LeaveState;
import io.bandwatch.detectors.content.ledger.Studios;
import io.bandwatch.detectors.content.stations.HeardStation;
import io.bandwatch.detectors.content.stations.StationWatch;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.flink.InOrderOfTime;
import io.bandwatch.signal.FrameKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the main job that asks of loops and known clips whether they may be on air. */
public final class LeaveTopology {
    /** What a studio announces concerns places of any feed; all of it is little. */
    private static final String ALL = "all";

    private final InsertionSchedule schedule;
    private final Studios studios;

    /**
     * One for what is scheduled, and what streams announce.
     *
     * @param schedule what may be on air instead of a programme
     * @param studios say where what they announce is on air
     */
    public LeaveTopology(InsertionSchedule schedule, Studios studios) {
        this.schedule = schedule;
        this.studios = studios;
    }

    /**
     * Those that nobody gave leave to, and those that are only to be recorded.
     *
     * @param findings loops and known clips
     * @param breaks what streams announce, those of studios among them
     * @param heard looks at carriers, services and media files
     */
    public DataStream<Finding> held(
            DataStream<Finding> findings, DataStream<AuthorisedInsertion> breaks, DataStream<ContentLook> heard) {
        return findings.map(LeaveNews::of, TypeInformation.of(LeaveNews.class))
                .name("found-content")
                .uid("found-content")
                .union(
                        breaks.map(LeaveNews::of, TypeInformation.of(LeaveNews.class))
                                .name("leave")
                                .uid("leave"),
                        heard.filter(look -> look.kind() == FrameKind.ENDED)
                                .name("content-ends")
                                .uid("content-ends")
                                .map(
                                        look -> LeaveNews.ended(look.subject(), look.time()),
                                        TypeInformation.of(LeaveNews.class))
                                .name("leave-ends")
                                .uid("leave-ends"),
                        heard.keyBy(look -> look.subject().place(), TypeInformation.of(String.class))
                                .process(
                                        new DetectorFunction<String, ContentLook, LeaveNews>(
                                                        ContentLook::time, look -> look.kind() == FrameKind.ENDED)
                                                .with("heard-stations", new StationWatch(), HeardStation.class),
                                        TypeInformation.of(LeaveNews.class))
                                .name("heard-stations")
                                .uid("heard-stations"))
                .keyBy(news -> ALL, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, LeaveNews>(LeaveNews.class, LeaveNews::time, LeaveNews::order),
                        TypeInformation.of(LeaveNews.class))
                .name("leave-in-order")
                .uid("leave-in-order")
                .keyBy(news -> ALL, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, LeaveNews, Finding>(LeaveNews::time, news -> false)
                                .with("held-content", new LeaveDetector(schedule, studios), LeaveState.class),
                        TypeInformation.of(Finding.class))
                .name("held-content")
                .uid("held-content");
    }
}

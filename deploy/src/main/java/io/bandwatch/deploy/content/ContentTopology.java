package io.bandwatch.deploy.content;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.reference.ReferenceDetector;
import io.bandwatch.detectors.content.reference.ReferenceState;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.flink.InOrderOfTime;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.signal.av.AvFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the main job that is about content: whether what is on air is what should be. */
public final class ContentTopology {
    /** As for any content that should not be there: 3 s to warn, 6 s to alarm. */
    private static final ConditionTimes TIMES = ConditionTimes.ofSeconds(3, 6, 3);

    private final String reference;
    private final InsertionSchedule schedule;
    private final LicenceJudge licences;

    /**
     * @param reference feed of what should be on air
     * @param schedule what may be on air instead
     * @param licences tells which station a carrier is
     */
    public ContentTopology(String reference, InsertionSchedule schedule, LicenceJudge licences) {
        this.reference = reference;
        this.schedule = schedule;
        this.licences = licences;
    }

    /**
     * What is on air and should not be.
     *
     * @param breaks what streams announce, that of the reference among them
     */
    public DataStream<Finding> findings(
            DataStream<AttestedLook> carriers, DataStream<FeedFrame> feeds, DataStream<AuthorisedInsertion> breaks) {
        LicenceJudge judge = licences;
        DataStream<ContentLook> heard = carriers.map(
                        look -> ContentLooks.of(look, judge), TypeInformation.of(ContentLook.class))
                .name("carrier-content")
                .uid("carrier-content");
        String feed = reference;
        DataStream<ContentLook> decoded = feeds.<ContentLook>flatMap(
                        (frame, out) -> {
                            AvFrame look = frame.av();
                            if (look != null) {
                                out.collect(ContentLooks.of(look, look.feed().equals(feed)));
                            }
                        },
                        TypeInformation.of(ContentLook.class))
                .name("programme-content")
                .uid("programme-content");
        DataStream<ContentLook> allowed = breaks.map(
                        insertion -> insertion.subject().feed().equals(feed)
                                ? ContentLook.announced(insertion)
                                : ContentLook.of(insertion),
                        TypeInformation.of(ContentLook.class))
                .name("allowed-content")
                .uid("allowed-content");
        return heard.union(decoded, allowed)
                .keyBy(look -> feed, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, ContentLook>(
                                ContentLook.class, ContentLook::time, ContentLook::order),
                        TypeInformation.of(ContentLook.class))
                .name("content-in-order")
                .uid("content-in-order")
                .keyBy(look -> feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, ContentLook, Finding>(ContentLook::time, look -> false)
                                .with("reference", new ReferenceDetector(TIMES, schedule), ReferenceState.class),
                        TypeInformation.of(Finding.class))
                .name("content-detectors")
                .uid("content-detectors");
    }
}

package io.bandwatch.deploy;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.ReferenceDetector;
import io.bandwatch.detectors.content.ReferenceState;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.flink.InOrderOfTime;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.RfObservation;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.AvFrame;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** The part of the main job that is about content: whether what is on air is what should be. */
final class ContentTopology {
    /** As for any content that should not be there: 3 s to warn, 6 s to alarm. */
    private static final ConditionTimes TIMES = ConditionTimes.ofSeconds(3, 6, 3);

    private static final byte[] NOTHING_HEARD = {};

    private final String reference;

    /** @param reference feed of what should be on air */
    ContentTopology(String reference) {
        this.reference = reference;
    }

    /** What is on air and should not be. */
    DataStream<Finding> findings(DataStream<AttestedLook> carriers, DataStream<FeedFrame> feeds) {
        DataStream<ContentLook> heard = carriers.map(ContentTopology::look, TypeInformation.of(ContentLook.class))
                .name("carrier-content")
                .uid("carrier-content");
        String feed = reference;
        DataStream<ContentLook> decoded = feeds.<ContentLook>flatMap(
                        (frame, out) -> {
                            AvFrame look = frame.av();
                            if (look != null) {
                                out.collect(look(look, look.feed().equals(feed)));
                            }
                        },
                        TypeInformation.of(ContentLook.class))
                .name("sound")
                .uid("sound");
        return heard.union(decoded)
                .keyBy(look -> feed, TypeInformation.of(String.class))
                .process(
                        new InOrderOfTime<String, ContentLook>(
                                ContentLook.class, ContentLook::time, ContentTopology::order),
                        TypeInformation.of(ContentLook.class))
                .name("content-in-order")
                .uid("content-in-order")
                .keyBy(look -> feed, TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, ContentLook, Finding>(ContentLook::time, look -> false)
                                .with("reference", new ReferenceDetector(TIMES), ReferenceState.class),
                        TypeInformation.of(Finding.class))
                .name("content-detectors")
                .uid("content-detectors");
    }

    /** The reference comes first, so that a programme without delay finds it. */
    private static int order(ContentLook one, ContentLook other) {
        return Comparator.comparing((ContentLook look) -> look.role() == Role.REFERENCE ? 0 : 1)
                .thenComparing(ContentLook::subject)
                .compare(one, other);
    }

    private static ContentLook look(AttestedLook attested) {
        RfObservation look = attested.look();
        FmReception reception = look.reception();
        Subject subject = Subject.carrier(look.feed(), look.channelHz(), look.slot());
        byte[] levels = reception == null ? NOTHING_HEARD : reception.audio().printLevels();
        return new ContentLook(subject, Role.PERHAPS, look.kind(), look.time(), look.durationNs(), levels);
    }

    private static ContentLook look(AvFrame frame, boolean reference) {
        AudioMeasurement sound = main(frame);
        return new ContentLook(
                Subject.service(frame.feed(), frame.serviceId()),
                reference ? Role.REFERENCE : Role.ON_AIR,
                frame.kind(),
                frame.time(),
                frame.durationNs(),
                sound == null ? NOTHING_HEARD : sound.printLevels());
    }

    /** What most listeners hear. */
    private static @Nullable AudioMeasurement main(AvFrame frame) {
        AudioObservation[] tracks = frame.audio();
        return tracks.length == 0 ? null : tracks[0].sound();
    }
}

package io.bandwatch.deploy;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.clips.ClipLibrary;
import io.bandwatch.detectors.content.clips.KnownClipDetector;
import io.bandwatch.detectors.content.clips.KnownClipState;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.av.AvFrame;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the main job that knows clips of a library again, whatever it is that plays them. */
final class ClipTopology {
    private final ClipLibrary library;

    /** @param library clips that are known */
    ClipTopology(ClipLibrary library) {
        this.library = library;
    }

    /**
     * Clips that are on air.
     *
     * @param carriers looks at carriers
     * @param programmes looks at services and media files
     */
    DataStream<Finding> findings(DataStream<AttestedLook> carriers, DataStream<AvFrame> programmes) {
        DataStream<ContentLook> received = carriers.map(ContentLooks::of, TypeInformation.of(ContentLook.class))
                .name("carrier-sound")
                .uid("carrier-sound");
        DataStream<ContentLook> decoded = programmes
                .map(look -> ContentLooks.of(look, false), TypeInformation.of(ContentLook.class))
                .name("service-sound")
                .uid("service-sound");
        return received.union(decoded)
                .keyBy(look -> look.subject().place(), TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, ContentLook, Finding>(
                                        ContentLook::time, look -> look.kind() == FrameKind.ENDED)
                                .with("known-clip", new KnownClipDetector(library), KnownClipState.class),
                        TypeInformation.of(Finding.class))
                .name("known-clips")
                .uid("known-clips");
    }
}

package io.bandwatch.deploy.content;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.clips.ClipLibrary;
import io.bandwatch.detectors.content.clips.KnownClipDetector;
import io.bandwatch.detectors.content.clips.KnownClipState;
import io.bandwatch.detectors.flink.DetectorFunction;
import io.bandwatch.signal.FrameKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the main job that knows clips of a library again, whatever it is that plays them. */
public final class ClipTopology {
    private final ClipLibrary library;

    /** @param library clips that are known */
    public ClipTopology(ClipLibrary library) {
        this.library = library;
    }

    /**
     * Clips that are on air.
     *
     * @param heard looks at carriers, services and media files
     */
    public DataStream<Finding> findings(DataStream<ContentLook> heard) {
        return heard.keyBy(look -> look.subject().place(), TypeInformation.of(String.class))
                .process(
                        new DetectorFunction<String, ContentLook, Finding>(
                                        ContentLook::time, look -> look.kind() == FrameKind.ENDED)
                                .with("known-clip", new KnownClipDetector(library), KnownClipState.class),
                        TypeInformation.of(Finding.class))
                .name("known-clips")
                .uid("known-clips");
    }
}

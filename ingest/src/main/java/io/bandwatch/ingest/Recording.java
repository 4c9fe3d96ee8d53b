package io.bandwatch.ingest;

import io.bandwatch.ingest.bytes.Compression;
import java.time.Instant;

/**
 * A recording that was looked into and can be read.
 *
 * @param feed id of the feed
 * @param path the file that holds the measurements
 * @param compression how the file is packed
 * @param start time of the first sample or packet
 * @param timeKnown whether {@code start} is real, or 1970-01-01T00:00:00Z for want of a better
 * @param layout where the measurements lie in the unpacked bytes
 * @param durationNs length of the recording, ns, or {@link #UNKNOWN_DURATION} where only reading it would tell
 */
public record Recording(
        String feed,
        String path,
        Compression compression,
        Instant start,
        boolean timeKnown,
        RecordingLayout layout,
        long durationNs) {
    /** How long it is will be known at its end. */
    public static final long UNKNOWN_DURATION = -1;

    /** Id of what is read: of the feed, or of a service of it. */
    public String id() {
        boolean service = layout instanceof MediaLayout media && media.programme() > 0;
        return service ? feed + "|service|" + ((MediaLayout) layout).programme() : feed;
    }

    /** The same, begun at another time. */
    public Recording from(Instant time) {
        return new Recording(feed, path, compression, time, timeKnown, layout, durationNs);
    }

    /**
     * A service of this transport stream, by itself.
     *
     * @param depth how much of it is decoded
     */
    public Recording service(int programme, DecodingDepth depth) {
        MediaLayout service = new MediaLayout(programme, depth);
        return new Recording(feed, path, compression, start, timeKnown, service, durationNs);
    }

    /** What the recording holds. */
    public RecordingKind kind() {
        if (layout instanceof MediaLayout) {
            return RecordingKind.MEDIA;
        }
        if (layout instanceof TsLayout) {
            return RecordingKind.TS;
        }
        return layout instanceof IqLayout ? RecordingKind.IQ : RecordingKind.SWEEP;
    }
}

package io.bandwatch.signal;

import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsTransport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look of one feed at its transport stream; the first record of a stream to cross an edge of the job. The last look
 * comes before the end, which has none of its own.
 *
 * @param feed id of the feed
 * @param kind measured, or the end of the recording
 * @param time start of the look: the end of the one before; for the end of a recording, the time after its last packet
 * @param durationNs length of the look, ns; 0 at the end, and where the stream has no clock
 * @param timeKnown whether {@code time} is the real time of the recording, or counted from 1970 for want of a better
 * @param stream what was measured since the start of the stream; absent at the end
 * @param input what was wrong with the input so far
 * @param transport what the transport did to a live stream so far; absent for a recording
 */
public record TsFrame(
        String feed,
        FrameKind kind,
        Instant time,
        long durationNs,
        boolean timeKnown,
        @Nullable TsObservation stream,
        InputAccount input,
        @Nullable TsTransport transport) {
    /** A look at a recording. */
    public TsFrame(
            String feed,
            FrameKind kind,
            Instant time,
            long durationNs,
            boolean timeKnown,
            @Nullable TsObservation stream,
            InputAccount input) {
        this(feed, kind, time, durationNs, timeKnown, stream, input, null);
    }

    /** The same look for those who only count and time it. */
    public TsFrame withoutStream() {
        return new TsFrame(feed, kind, time, durationNs, timeKnown, null, input, transport);
    }

    /** The instant after the last packet of this look. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }
}

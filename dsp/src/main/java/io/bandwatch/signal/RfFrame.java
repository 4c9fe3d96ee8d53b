package io.bandwatch.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look of one feed at the band; the first record to cross an edge of the job.
 *
 * @param feed id of the feed
 * @param kind measured, or the end of the recording
 * @param time start of the look; for the end of a recording, the time after its last sample
 * @param durationNs length of the look, ns; 0 at the end
 * @param timeKnown whether {@code time} is the real time of the recording, or counted from 1970 for want of a better
 * @param band what was measured; absent at the end
 * @param input what was wrong with the input so far
 */
public record RfFrame(
        String feed,
        FrameKind kind,
        Instant time,
        long durationNs,
        boolean timeKnown,
        @Nullable BandMeasurement band,
        InputAccount input) {

    /** The same look for those who only count and time it. */
    public RfFrame withoutBand() {
        return new RfFrame(feed, kind, time, durationNs, timeKnown, null, input);
    }

    /** The same look for those who draw it. */
    public RfFrame withoutCarriers() {
        BandMeasurement bare = band == null ? null : band.with(new CarrierMeasurement[0]);
        return new RfFrame(feed, kind, time, durationNs, timeKnown, bare, input);
    }

    /** The instant after the last sample of this look. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }
}

package io.bandwatch.signal;

import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One look of one feed at the band; the first record to cross an edge of the job.
 *
 * @param feed id of the feed
 * @param kind measured, nothing heard, or the end of the recording
 * @param time start of the look; for the end of a recording, the time after its last sample
 * @param durationNs length of the look, ns; 0 at the end
 * @param timeKnown whether {@code time} is the real time of the recording, or counted from 1970 for want of a better
 * @param band what was measured; absent where nothing was
 * @param input what was wrong with the input so far
 * @param receiver what a live receiver did; absent for recordings
 */
public record RfFrame(
        String feed,
        FrameKind kind,
        Instant time,
        long durationNs,
        boolean timeKnown,
        @Nullable BandMeasurement band,
        InputAccount input,
        @Nullable ReceiverState receiver) {
    /** A look of a recording. */
    public RfFrame(
            String feed,
            FrameKind kind,
            Instant time,
            long durationNs,
            boolean timeKnown,
            @Nullable BandMeasurement band,
            InputAccount input) {
        this(feed, kind, time, durationNs, timeKnown, band, input, null);
    }

    /** The same time, of which nothing is known. */
    public RfFrame unheard() {
        return new RfFrame(feed, FrameKind.UNHEARD, time, durationNs, timeKnown, null, input, receiver);
    }

    /** The same look for those who only count and time it. */
    public RfFrame withoutBand() {
        return new RfFrame(feed, kind, time, durationNs, timeKnown, null, input, receiver);
    }

    /** The same look for those who draw it. */
    public RfFrame withoutCarriers() {
        BandMeasurement bare = band == null ? null : band.with(new CarrierMeasurement[0]);
        return new RfFrame(feed, kind, time, durationNs, timeKnown, bare, input, receiver);
    }

    /** The same look for those who ask where carriers are, and nothing more of them. */
    public RfFrame withoutReceptions() {
        BandMeasurement bare = band == null
                ? null
                : band.with(Arrays.stream(band.carriers())
                        .map(carrier -> carrier.received(null).explained(ArtefactEvidence.NONE))
                        .toArray(CarrierMeasurement[]::new));
        return new RfFrame(feed, kind, time, durationNs, timeKnown, bare, input, receiver);
    }

    /** The instant after the last sample of this look. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }
}

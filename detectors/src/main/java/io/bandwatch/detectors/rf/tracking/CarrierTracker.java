package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Follows the carriers of one feed from look to look and tells of every observed channel in every look: one observation
 * for slot 0, and one more for each further slot that was ever used. A channel outside the observed span yields none,
 * for it is unknown, not off air. When the recording ends, every place ever told of is told so.
 *
 * <p>Linear in channels; quadratic in carriers where they meet their tracks, of which there are dozens.
 */
public final class CarrierTracker implements Detector<RfFrame, TrackerState, RfObservation> {
    private static final long serialVersionUID = 1L;
    private static final ChannelRaster RASTER = ChannelRaster.FM;
    /** A history of looks is kept as bits of a long. */
    private static final int MOST_LOOKS = 64;

    private final TrackerSettings settings;

    public CarrierTracker(TrackerSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrackerState initial() {
        return new TrackerState(null, new int[RASTER.count()], new long[0], List.of());
    }

    @Override
    public Step<TrackerState, RfObservation> onObservation(TrackerState state, RfFrame frame) {
        Instant start = state.recordingStart() == null ? frame.time() : state.recordingStart();
        BandMeasurement band = frame.band();
        if (frame.kind() == FrameKind.ENDED || band == null) {
            return new Step<>(state, new Roll(state, start, frame).last(settings), Optional.empty());
        }
        TrackerSettings now = settings.at(frame);
        long[] lookNs = history(now, state.lookNs(), frame.durationNs());
        CarrierMeasurement[] carriers = Arrays.stream(band.carriers())
                .filter(carrier -> RASTER.covers(carrier.frequencyHz()))
                .toArray(CarrierMeasurement[]::new);
        double coarseHz = Roll.frequencyUncertaintyHz(band);
        int[] trackOf = new Association(now, frame.time(), coarseHz).associate(state.tracks(), carriers);
        Tracking tracking = new Tracking(now, state, frame, lookNs);
        List<Sighted> sighted = tracking.follow(carriers, trackOf);
        TrackerState next = new TrackerState(
                start,
                tracking.slots(band),
                lookNs,
                sighted.stream().map(Sighted::track).toList());
        List<RfObservation> told = new Roll(next, start, frame).call(band, sighted, now);
        return new Step<>(next, told, Optional.empty());
    }

    @Override
    public Step<TrackerState, RfObservation> onDeadline(TrackerState state, Instant now) {
        return Step.quiet(state);
    }

    /** Lengths of the looks that lie in the window of confirmation, this one first. */
    private static long[] history(TrackerSettings settings, long[] before, long lookNs) {
        long windowNs = settings.confirmWindow().toNanos();
        long sumNs = lookNs;
        int kept = 0;
        while (kept < before.length && kept < MOST_LOOKS - 1 && sumNs + before[kept] <= windowNs + lookNs / 2) {
            sumNs += before[kept++];
        }
        long[] after = new long[kept + 1];
        after[0] = lookNs;
        System.arraycopy(before, 0, after, 1, kept);
        return after;
    }
}

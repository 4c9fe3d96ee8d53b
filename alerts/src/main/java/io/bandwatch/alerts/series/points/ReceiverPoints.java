package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.detectors.receiver.ReceiverRecord;
import io.bandwatch.signal.receiver.ReceiverState;
import java.util.List;

/** Points of live receivers. */
public final class ReceiverPoints {
    private static final double NS_PER_S = 1e9;

    private ReceiverPoints() {}

    /** The point of an interval. */
    public static List<Point> of(ReceiverRecord receiver) {
        ReceiverState state = receiver.state();
        PointBuilder point = new PointBuilder(MetricSchema.RECEIVERS, receiver.time(), receiver.durationNs())
                .tag(MetricSchema.FEED, receiver.feed())
                .number("received_samples", state.receivedSamples())
                .number("dropped_samples", state.droppedSamples())
                .number("openings", state.openings())
                .number("drift_ppm", state.driftPpm())
                .number("stuck_share", state.stuckShare())
                .number("revisit_s", state.isRound() ? receiver.lookNs() / NS_PER_S : Double.NaN);
        return List.of(point.build());
    }
}

package io.bandwatch.detectors.receiver;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how a live receiver fares, an interval at a time. */
public final class ReceiverReporter implements Detector<RfFrame, ReceiverReportState, ReceiverRecord> {
    private static final long serialVersionUID = 1L;

    private final Duration every;

    /** @param every length of the intervals, to a look */
    public ReceiverReporter(Duration every) {
        this.every = every;
    }

    @Override
    public ReceiverReportState initial() {
        return ReceiverReportState.NOTHING;
    }

    @Override
    public Step<ReceiverReportState, ReceiverRecord> onObservation(ReceiverReportState state, RfFrame frame) {
        ReceiverState receiver = frame.receiver();
        if (receiver == null) {
            return Step.quiet(state);
        }
        Instant from = state.from() == null ? frame.time() : state.from();
        long unheardNs = state.unheardNs()
                + notLooked(state.reached(), frame.time())
                + (frame.kind().isUnknown() ? frame.durationNs() : 0);
        BandMeasurement band = frame.band();
        double clipped = Math.max(state.clippedShare(), band == null ? 0 : band.clippedShare());
        Duration length = Duration.between(from, frame.end());
        boolean over = frame.kind() == FrameKind.ENDED || length.compareTo(every) >= 0;
        if (!over) {
            return Step.quiet(new ReceiverReportState(from, frame.end(), unheardNs, clipped));
        }
        ReceiverRecord record = new ReceiverRecord(
                frame.feed(), from, length.toNanos(), unheardNs, frame.durationNs(), clipped, receiver);
        return new Step<>(new ReceiverReportState(frame.end(), frame.end(), 0, 0), List.of(record), Optional.empty());
    }

    /** Time from one look to the next, as where the service was not there: nothing was heard in it, ns. */
    private static long notLooked(@Nullable Instant reached, Instant next) {
        return reached == null ? 0 : Math.max(0, Duration.between(reached, next).toNanos());
    }

    @Override
    public Step<ReceiverReportState, ReceiverRecord> onDeadline(ReceiverReportState state, Instant now) {
        return Step.quiet(state);
    }
}

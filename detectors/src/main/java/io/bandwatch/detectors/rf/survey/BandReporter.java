package io.bandwatch.detectors.rf.survey;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what a feed hears of each channel, an interval at a time. */
public final class BandReporter implements Detector<RfFrame, BandReportState, BandRecord> {
    private static final long serialVersionUID = 1L;

    private final Duration every;

    /** @param every length of the intervals, to a look */
    public BandReporter(Duration every) {
        this.every = every;
    }

    @Override
    public BandReportState initial() {
        return BandReportState.NOTHING;
    }

    @Override
    public Step<BandReportState, BandRecord> onObservation(BandReportState state, RfFrame frame) {
        boolean ended = frame.kind() == FrameKind.ENDED;
        BandReportState next = ended ? state : state.with(frame);
        Instant from = next.from();
        if (from == null) {
            return Step.quiet(next);
        }
        Duration length = Duration.between(from, frame.end());
        if (length.compareTo(every) < 0 && !(ended && length.compareTo(Duration.ZERO) > 0)) {
            return Step.quiet(next);
        }
        BandRecord record = next.record(frame.feed(), from, length.toNanos());
        return new Step<>(BandReportState.begun(frame.end()), List.of(record), Optional.empty());
    }

    @Override
    public Step<BandReportState, BandRecord> onDeadline(BandReportState state, Instant now) {
        return Step.quiet(state);
    }
}

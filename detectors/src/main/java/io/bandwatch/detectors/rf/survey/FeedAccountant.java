package io.bandwatch.detectors.rf.survey;

import io.bandwatch.detectors.Detector;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Closes the account of a feed when its recording ends. */
public final class FeedAccountant implements Detector<RfFrame, FeedAccountState, FeedAccount> {
    private static final long serialVersionUID = 1L;

    @Override
    public FeedAccountState initial() {
        return new FeedAccountState(null);
    }

    @Override
    public Step<FeedAccountState, FeedAccount> onObservation(FeedAccountState state, RfFrame frame) {
        if (frame.kind() != FrameKind.ENDED) {
            return Step.quiet(state.start() == null ? new FeedAccountState(frame.time()) : state);
        }
        // a recording too short for one look has no first look to begin with
        Instant start =
                state.start() == null ? frame.time().minusNanos(frame.input().durationNs()) : state.start();
        long durationNs = Duration.between(start, frame.time()).toNanos();
        FeedAccount account = new FeedAccount(frame.feed(), start, durationNs, frame.timeKnown(), frame.input());
        return new Step<>(initial(), List.of(account), Optional.empty());
    }

    @Override
    public Step<FeedAccountState, FeedAccount> onDeadline(FeedAccountState state, Instant now) {
        return Step.quiet(state);
    }
}

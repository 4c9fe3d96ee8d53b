package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Reason.Weight;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.ts.Progress;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import java.time.Instant;
import java.util.Locale;

/**
 * Reports a feed that brings nothing: no packets and no other bytes. Bytes that are no packets are a stream without sync,
 * which is the stream's fault and not the feed's.
 */
public final class FeedLostDetector implements Detector<TsFrame, FeedLostState, Finding> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    /** Senders and networks pause for a second or two; the first alarm is due within 3 to 10 s. */
    public static final ConditionTimes DEFAULT_TIMES = ConditionTimes.ofSeconds(5, 15, 3);

    private final ConditionRule rule;
    private final double warnS;

    public FeedLostDetector(ConditionTimes times) {
        rule = new ConditionRule(IncidentKind.FEED_LOST, times, "");
        warnS = times.warn().toNanos() / NS_PER_S;
    }

    @Override
    public FeedLostState initial() {
        return FeedLostState.NOTHING;
    }

    @Override
    public Step<FeedLostState, Finding> onObservation(FeedLostState state, TsFrame frame) {
        if (frame.kind() == FrameKind.ENDED) {
            Step<ConditionRun, Finding> step = rule.ended(state.run(), frame.time());
            return step.with(new FeedLostState(state.progress(), step.next()));
        }
        TsObservation stream = frame.stream();
        Look look = new Look(Subject.wholeFeed(frame.feed()), frame.time(), frame.durationNs());
        if (stream == null || state.progress().isAll(stream)) {
            double silentS = (state.run().heldNs() + frame.durationNs()) / NS_PER_S;
            Reason reason =
                    Reason.of(ReasonCode.NOTHING_CAME, Weight.DECISIVE, String.format(Locale.ROOT, "%.1f", silentS));
            Step<ConditionRun, Finding> step = rule.after(state.run(), look, Reading.yes(silentS, warnS, "s", reason));
            return step.with(new FeedLostState(state.progress(), step.next()));
        }
        Step<ConditionRun, Finding> step = rule.after(state.run(), look, Reading.NO);
        return step.with(new FeedLostState(Progress.of(stream), step.next()));
    }

    @Override
    public Step<FeedLostState, Finding> onDeadline(FeedLostState state, Instant now) {
        Step<ConditionRun, Finding> step = rule.onDeadline(state.run(), now);
        return step.with(new FeedLostState(state.progress(), step.next()));
    }
}

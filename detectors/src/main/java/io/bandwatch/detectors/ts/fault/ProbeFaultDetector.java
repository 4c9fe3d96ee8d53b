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
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsTransport;
import java.time.Instant;

/**
 * Reports a machine that does not keep up with a live stream: in look after look it drops some of it, or the system does, since nobody
 * fetched it. What is missing in the stream then is no fault of the stream.
 */
public final class ProbeFaultDetector implements Detector<TsFrame, ProbeFaultState, Finding> {
    private static final long serialVersionUID = 1L;

    /** As for receivers. */
    private static final ConditionTimes TIMES = ConditionTimes.ofSeconds(10, 60, 10);

    private final ConditionRule rule = new ConditionRule(IncidentKind.RECEIVER_FAULT, TIMES, "");

    @Override
    public ProbeFaultState initial() {
        return ProbeFaultState.NOTHING;
    }

    @Override
    public Step<ProbeFaultState, Finding> onObservation(ProbeFaultState state, TsFrame frame) {
        TsTransport transport = frame.transport();
        if (frame.kind() == FrameKind.ENDED) {
            Step<ConditionRun, Finding> step = rule.ended(state.run(), frame.time());
            return step.with(new ProbeFaultState(state.droppedBlocks(), state.socketDrops(), step.next()));
        }
        if (transport == null) {
            // a recording waits for whoever reads it
            return Step.quiet(state);
        }
        // the counts begin anew after a restart
        long blocks = Math.max(0, transport.droppedBlocks() - state.droppedBlocks());
        long datagrams = Math.max(0, transport.socketDrops() - state.socketDrops());
        Reading reading = blocks + datagrams == 0
                ? Reading.NO
                : Reading.yes(
                        (double) (blocks + datagrams),
                        0,
                        "1",
                        Reason.of(
                                ReasonCode.STREAM_DROPPED,
                                Weight.DECISIVE,
                                Long.toString(blocks),
                                Long.toString(datagrams)));
        Look look = new Look(Subject.wholeFeed(frame.feed()), frame.time(), frame.durationNs());
        Step<ConditionRun, Finding> step = rule.after(state.run(), look, reading);
        return step.with(new ProbeFaultState(transport.droppedBlocks(), transport.socketDrops(), step.next()));
    }

    @Override
    public Step<ProbeFaultState, Finding> onDeadline(ProbeFaultState state, Instant now) {
        Step<ConditionRun, Finding> step = rule.onDeadline(state.run(), now);
        return step.with(new ProbeFaultState(state.droppedBlocks(), state.socketDrops(), step.next()));
    }
}

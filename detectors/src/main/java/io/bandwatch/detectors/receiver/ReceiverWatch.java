package io.bandwatch.detectors.receiver;

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
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reports live receivers that bring nothing ({@code feed-lost}), and those whose samples cannot be trusted ({@code receiver-fault}):
 * samples that stand still, an aerial that is gone, samples lost by this machine, or on their way to it, an input that clips. Of the last the carriers
 * that clipping makes are judged elsewhere; here whoever looks after the receiver is told.
 */
public final class ReceiverWatch implements Detector<RfFrame, ReceiverWatchState, Finding> {
    private static final long serialVersionUID = 1L;
    private static final double NS_PER_S = 1e9;

    /** As for the feeds of streams. */
    private static final ConditionTimes LOST = ConditionTimes.ofSeconds(5, 15, 3);

    private static final ConditionTimes FAULT = ConditionTimes.ofSeconds(10, 60, 10);

    /** Of the noise of a converter of 8 bits at the lowest gain half are; more is no noise. */
    private static final double STUCK_SHARE = 0.99;

    /** One look in a hundred. */
    private static final double DROPPED_SHARE = 0.01;

    /** 30 times what a bad quartz is off, and three times what files are played faster. */
    private static final double RATE_OFF_SHARE = 0.003;

    private static final double PPM = 1e6;

    /** Half of what it takes until a fault is told. */
    private static final long MOST_OF_A_GAP_NS = 5_000_000_000L;

    /** As in the verdicts: one in ten thousand at full scale. */
    private static final double CLIPPED_SHARE = 1e-4;

    private final ConditionRule lost = new ConditionRule(IncidentKind.FEED_LOST, LOST, "");
    private final ConditionRule fault = new ConditionRule(IncidentKind.RECEIVER_FAULT, FAULT, "").revising();

    @Override
    public ReceiverWatchState initial() {
        return ReceiverWatchState.NOTHING;
    }

    @Override
    public Step<ReceiverWatchState, Finding> onObservation(ReceiverWatchState state, RfFrame frame) {
        ReceiverState receiver = frame.receiver();
        Outcome out = new Outcome();
        if (receiver == null) {
            return Step.quiet(state);
        }
        if (frame.kind() == FrameKind.ENDED) {
            ConditionRun noMore = out.take(lost.ended(state.lost(), frame.time()));
            return out.of(state.with(noMore, out.take(fault.ended(state.fault(), frame.time()))));
        }
        Look look = new Look(Subject.wholeFeed(frame.feed()), frame.time(), frame.durationNs());
        ConditionRun newLost = out.take(lost.after(state.lost(), look, lost(state, frame)));
        ConditionRun newFault =
                out.take(fault.after(state.fault(), bounded(look, frame), fault(state, frame, receiver)));
        return out.of(new ReceiverWatchState(
                state.usual().with(frame), receiver.droppedSamples(), receiver.receivedSamples(), newLost, newFault));
    }

    private static Reading lost(ReceiverWatchState state, RfFrame frame) {
        if (frame.kind() != FrameKind.UNHEARD) {
            return Reading.NO;
        }
        double silentS = (state.lost().heldNs() + frame.durationNs()) / NS_PER_S;
        double warnS = LOST.warn().toNanos() / NS_PER_S;
        return Reading.yes(silentS, warnS, "s", Reason.of(ReasonCode.NOTHING_CAME, Weight.DECISIVE, decimal(silentS)));
    }

    private static Reading fault(ReceiverWatchState state, RfFrame frame, ReceiverState receiver) {
        BandMeasurement band = frame.band();
        if (frame.kind() == FrameKind.UNMEASURED) {
            return nothingMeasured(state, receiver);
        }
        if (band == null) {
            return Reading.UNKNOWN;
        }
        List<Reason> reasons = new ArrayList<>();
        double measured = 0;
        double limit = 0;
        if (receiver.stuckShare() >= STUCK_SHARE) {
            reasons.add(Reason.of(ReasonCode.SAMPLES_STUCK, Weight.DECISIVE, decimal(100 * receiver.stuckShare())));
            measured = receiver.stuckShare();
            limit = STUCK_SHARE;
        } else if (state.usual().isDeaf(frame)) {
            reasons.add(Reason.of(
                    ReasonCode.NO_CARRIER_AT_ALL,
                    Weight.STRONG,
                    decimal(state.usual().mean())));
        }
        double droppedShare = droppedShare(state, receiver);
        if (droppedShare >= DROPPED_SHARE) {
            reasons.add(Reason.of(ReasonCode.SAMPLES_DROPPED, Weight.STRONG, decimal(100 * droppedShare)));
            measured = droppedShare;
            limit = DROPPED_SHARE;
        }
        double off = Math.abs(receiver.driftPpm()) / PPM;
        if (off >= RATE_OFF_SHARE) {
            reasons.add(Reason.of(
                    ReasonCode.RATE_IS_OFF,
                    Weight.STRONG,
                    String.format(Locale.ROOT, "%+.2f", 100 * receiver.driftPpm() / PPM)));
            measured = off;
            limit = RATE_OFF_SHARE;
        }
        if (band.clippedShare() >= CLIPPED_SHARE) {
            reasons.add(Reason.of(
                    ReasonCode.RECEIVER_CLIPS,
                    Weight.STRONG,
                    String.format(Locale.ROOT, "%.3f", 100 * band.clippedShare())));
            measured = band.clippedShare();
            limit = CLIPPED_SHARE;
        }
        return reasons.isEmpty() ? Reading.NO : Reading.yes(measured, limit, "share", reasons.toArray(Reason[]::new));
    }

    /** One gap, however long, is not yet a fault that goes on: this service itself may have been away. */
    private static Look bounded(Look look, RfFrame frame) {
        return frame.kind() == FrameKind.UNMEASURED
                ? new Look(
                        look.subject(), look.time(), look.durationNs(), Math.min(look.durationNs(), MOST_OF_A_GAP_NS))
                : look;
    }

    /** The counts begin anew after a restart. */
    private static double droppedShare(ReceiverWatchState state, ReceiverState receiver) {
        long came = receiver.receivedSamples() - state.received();
        return came <= 0 ? 0 : (double) Math.max(0, receiver.droppedSamples() - state.dropped()) / came;
    }

    /** Samples come, and are too torn, or too few, to measure anything. */
    private static Reading nothingMeasured(ReceiverWatchState state, ReceiverState receiver) {
        List<Reason> reasons = new ArrayList<>(List.of(Reason.of(ReasonCode.NOTHING_MEASURED, Weight.DECISIVE)));
        double dropped = droppedShare(state, receiver);
        if (dropped >= DROPPED_SHARE) {
            reasons.add(Reason.of(ReasonCode.SAMPLES_DROPPED, Weight.STRONG, decimal(100 * dropped)));
        }
        return Reading.yes(1, 0, "share", reasons.toArray(Reason[]::new));
    }

    @Override
    public Step<ReceiverWatchState, Finding> onDeadline(ReceiverWatchState state, Instant now) {
        Outcome out = new Outcome();
        ConditionRun newLost = out.take(lost.onDeadline(state.lost(), now));
        return out.of(state.with(newLost, out.take(fault.onDeadline(state.fault(), now))));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

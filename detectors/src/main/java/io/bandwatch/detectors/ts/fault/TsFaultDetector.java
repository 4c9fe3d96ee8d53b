package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionRule;
import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Outcome;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsClock;
import io.bandwatch.signal.ts.TsObservation;
import java.time.Instant;

/**
 * Reports faults of a transport stream: one incident per priority of TR 101 290 and fault, however many packets and
 * indicators show it. A cable that is pulled breaks sync, continuity, PAT and PMT at once, and that is one thing to mend; the
 * reasons name each indicator with its count. Looks in which nothing came tell nothing, nor does
 * the one in which something comes again or the counts begin anew.
 */
public final class TsFaultDetector implements Detector<TsFrame, TsFaultState, Finding> {
    private static final long serialVersionUID = 1L;

    /** A look at a stream without a clock has no length, and yet its faults come to an end. It takes in 20 000 packets. */
    private static final long TIMELESS_LOOK_NS = 1_000_000_000;

    private final ConditionRule first;
    private final ConditionRule second;
    private final ConditionRule third;

    public TsFaultDetector(TsFaultSettings settings) {
        first = new ConditionRule(IncidentKind.TS_PRIORITY_1, settings.first(), "");
        second = new ConditionRule(IncidentKind.TS_PRIORITY_2, settings.second(), "");
        third = new ConditionRule(IncidentKind.TS_PRIORITY_3, settings.third(), "");
    }

    @Override
    public TsFaultState initial() {
        return TsFaultState.NOTHING;
    }

    @Override
    public Step<TsFaultState, Finding> onObservation(TsFaultState state, TsFrame frame) {
        FaultMemory memory = state.memory();
        if (frame.kind() == FrameKind.ENDED) {
            return each(state, memory, (rule, run) -> rule.ended(run, frame.time()));
        }
        Look look = lookOf(frame);
        TsObservation stream = frame.stream();
        if (stream == null || memory.progress().isAll(stream)) {
            return each(state, memory.blinded(), (rule, run) -> rule.after(run, look, Reading.UNKNOWN));
        }
        if (memory.progress().isBeyond(stream)) {
            return each(state, memory.begunAnew(stream), (rule, run) -> rule.after(run, look, Reading.UNKNOWN));
        }
        if (memory.blind()) {
            return each(state, memory.seeingAgain(stream), (rule, run) -> rule.after(run, look, Reading.UNKNOWN));
        }
        FaultMemory based =
                memory.based(1, state.first()).based(2, state.second()).based(3, state.third());
        PriorityReader reader = new PriorityReader(based, stream, look);
        Outcome out = new Outcome();
        return out.of(new TsFaultState(
                based.after(stream),
                out.take(first.after(state.first(), look, reader.reading(1))),
                out.take(second.after(state.second(), look, reader.reading(2))),
                out.take(third.after(state.third(), look, reader.reading(3)))));
    }

    private static Look lookOf(TsFrame frame) {
        TsObservation stream = frame.stream();
        boolean timeless = stream != null && stream.clock() == TsClock.NONE;
        long countsNs = timeless && frame.durationNs() == 0 ? TIMELESS_LOOK_NS : frame.durationNs();
        return new Look(Subject.wholeFeed(frame.feed()), frame.time(), frame.durationNs(), countsNs);
    }

    @Override
    public Step<TsFaultState, Finding> onDeadline(TsFaultState state, Instant now) {
        return each(state, state.memory(), (rule, run) -> rule.onDeadline(run, now));
    }

    /** What happens to one priority. */
    private interface Move {
        Step<ConditionRun, Finding> of(ConditionRule rule, ConditionRun run);
    }

    private Step<TsFaultState, Finding> each(TsFaultState state, FaultMemory memory, Move move) {
        Outcome out = new Outcome();
        return out.of(new TsFaultState(
                memory,
                out.take(move.of(first, state.first())),
                out.take(move.of(second, state.second())),
                out.take(move.of(third, state.third()))));
    }
}

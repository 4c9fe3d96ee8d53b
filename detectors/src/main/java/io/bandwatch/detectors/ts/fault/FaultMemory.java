package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.condition.ConditionRun;
import io.bandwatch.detectors.ts.Progress;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import java.util.List;

/**
 * What was counted of a stream up to the last look.
 *
 * @param progress how much had come
 * @param blind whether nothing came in the last look
 * @param forgivenNs stream time up to which nothing is held against the stream, because the feed had brought nothing before
 * @param counts occurrences by indicator
 * @param bases occurrences before the fault under way, by indicator
 */
public record FaultMemory(Progress progress, boolean blind, long forgivenNs, long[] counts, long[] bases) {
    private static final List<TsIndicator> ORDER = List.of(TsIndicator.values());

    static final FaultMemory NOTHING =
            new FaultMemory(Progress.NOTHING, false, 0, new long[ORDER.size()], new long[ORDER.size()]);

    FaultMemory blinded() {
        return new FaultMemory(progress, true, forgivenNs, counts, bases);
    }

    /** The look in which the feed came back: what it counts is the gap's. */
    FaultMemory seeingAgain(TsObservation stream) {
        return new FaultMemory(Progress.of(stream), false, stream.timeNs(), countsOf(stream), bases);
    }

    /** The look in which counts began anew: those of a fault under way are added to what it had. */
    FaultMemory begunAnew(TsObservation stream) {
        long[] carried = new long[bases.length];
        for (int place = 0; place < carried.length; place++) {
            carried[place] = bases[place] - counts[place];
        }
        FaultMemory none = new FaultMemory(progress, blind, forgivenNs, new long[counts.length], carried);
        return none.seeingAgain(stream);
    }

    FaultMemory after(TsObservation stream) {
        return new FaultMemory(Progress.of(stream), false, forgivenNs, countsOf(stream), bases);
    }

    /** A fault of this priority that begins now is counted from here. */
    FaultMemory based(int priority, ConditionRun run) {
        if (run.since() != null || run.isPresent()) {
            return this;
        }
        long[] next = bases.clone();
        for (TsIndicator indicator : TsIndicator.values()) {
            if (indicator.priority() == priority) {
                next[place(indicator)] = counts[place(indicator)];
            }
        }
        return new FaultMemory(progress, blind, forgivenNs, counts, next);
    }

    /** Occurrences up to the last look. */
    long count(TsIndicator indicator) {
        return counts[place(indicator)];
    }

    /** Occurrences before the fault under way. */
    long base(TsIndicator indicator) {
        return bases[place(indicator)];
    }

    private static int place(TsIndicator indicator) {
        return ORDER.indexOf(indicator);
    }

    private long[] countsOf(TsObservation stream) {
        long[] next = counts.clone();
        for (TsIndicatorCount count : stream.indicators()) {
            next[place(count.indicator())] = count.count();
        }
        return next;
    }
}

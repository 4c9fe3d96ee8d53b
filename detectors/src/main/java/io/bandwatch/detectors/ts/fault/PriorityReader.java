package io.bandwatch.detectors.ts.fault;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Reason.Weight;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.condition.Look;
import io.bandwatch.detectors.condition.Reading;
import io.bandwatch.detectors.condition.Reading.Answer;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicator.Measure;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what one look tells of the indicators of a priority. */
final class PriorityReader {
    private static final double NS_PER_S = 1e9;
    private static final double MS_PER_S = 1e3;

    private final FaultMemory memory;
    private final TsObservation stream;
    private final Look look;

    PriorityReader(FaultMemory memory, TsObservation stream, Look look) {
        this.memory = memory;
        this.stream = stream;
        this.look = look;
    }

    /** Whether an indicator of this priority shows an error in this look, and all that did since the fault began. */
    Reading reading(int priority) {
        List<Reason> reasons = new ArrayList<>();
        TsIndicatorCount shown = null;
        long sinceNs = Long.MAX_VALUE;
        long untilNs = Long.MIN_VALUE;
        for (TsIndicatorCount count : stream.indicators()) {
            if (count.indicator().priority() != priority) {
                continue;
            }
            boolean now = showsNow(count);
            if (now || occurrences(count) > 0) {
                reasons.add(reason(count));
            }
            if (now) {
                shown = shown == null ? count : shown;
                sinceNs = Math.min(sinceNs, Math.max(count.sinceNs(), forgivenNs(count)));
                untilNs = Math.max(untilNs, count.running() ? stream.timeNs() : count.untilNs());
            }
        }
        return shown == null ? Reading.NO : yes(shown, instant(sinceNs), instant(untilNs), reasons);
    }

    private Reading yes(TsIndicatorCount shown, Instant since, Instant until, List<Reason> reasons) {
        boolean valued = Double.isFinite(shown.measured()) && Double.isFinite(shown.limit());
        boolean interval = shown.indicator().measure() == Measure.INTERVAL;
        double scale = interval ? MS_PER_S : 1;
        return new Reading(
                Answer.YES,
                since,
                until,
                valued ? scale * shown.measured() : occurrences(shown),
                valued ? scale * shown.limit() : 0,
                valued ? (interval ? "ms" : shown.indicator().measure().unit()) : "errors",
                reasons.toArray(Reason[]::new));
    }

    private boolean showsNow(TsIndicatorCount count) {
        if (count.sinceNs() < memory.forgivenNs()) {
            double elapsedS = (stream.timeNs() - memory.forgivenNs()) / NS_PER_S;
            return count.running() && (Double.isNaN(count.limit()) || elapsedS > count.limit());
        }
        return count.running() || count.count() > memory.count(count.indicator());
    }

    /** What began in a gap of the feed is counted from its end. */
    private long forgivenNs(TsIndicatorCount count) {
        return count.sinceNs() < memory.forgivenNs() ? memory.forgivenNs() : 0;
    }

    private long occurrences(TsIndicatorCount count) {
        // what is still missing is counted when it is over, and is an error already
        return Math.max(count.running() ? 1 : 0, count.count() - memory.base(count.indicator()));
    }

    private Instant instant(long streamNs) {
        return look.end().minusNanos(stream.timeNs() - streamNs);
    }

    private Reason reason(TsIndicatorCount count) {
        TsIndicator indicator = count.indicator();
        String occurrences = Long.toString(occurrences(count));
        @Nullable String pid = count.pid() == TsService.UNKNOWN ? null : Integer.toString(count.pid());
        if (pid == null) {
            return Reason.of(
                    ReasonCode.TS_INDICATOR, weight(indicator), indicator.key(), indicator.clause(), occurrences);
        }
        if (!Double.isFinite(count.measured()) || !Double.isFinite(count.limit())) {
            return Reason.of(
                    ReasonCode.TS_INDICATOR_ON_PID,
                    weight(indicator),
                    indicator.key(),
                    indicator.clause(),
                    occurrences,
                    pid);
        }
        boolean interval = indicator.measure() == Measure.INTERVAL;
        return Reason.of(
                interval ? ReasonCode.TS_INTERVAL : ReasonCode.TS_DEVIATION,
                weight(indicator),
                indicator.key(),
                indicator.clause(),
                occurrences,
                pid,
                decimal(count.measured(), interval),
                decimal(count.limit(), interval));
    }

    private static String decimal(double value, boolean interval) {
        return String.format(Locale.ROOT, interval ? "%.3f" : "%.0f", value);
    }

    private static Weight weight(TsIndicator indicator) {
        return switch (indicator.priority()) {
            case 1 -> Weight.DECISIVE;
            case 2 -> Weight.STRONG;
            default -> Weight.MEDIUM;
        };
    }
}

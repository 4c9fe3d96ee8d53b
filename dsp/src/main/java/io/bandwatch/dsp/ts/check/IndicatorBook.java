package io.bandwatch.dsp.ts.check;

import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsService;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts of all indicators of one stream. Not thread-safe. */
final class IndicatorBook {
    private final Map<TsIndicator, Entry> entries = new EnumMap<>(TsIndicator.class);
    private boolean timed;

    IndicatorBook() {
        for (TsIndicator indicator : TsIndicator.values()) {
            entries.put(indicator, new Entry());
        }
    }

    /** The stream has a clock: intervals can be measured. */
    void startTime() {
        timed = true;
    }

    boolean timed() {
        return timed;
    }

    /** An error without a value. */
    void count(TsIndicator indicator, long nowNs, int pid) {
        record(indicator, new Occurrence(nowNs, pid, Double.NaN, Double.NaN));
    }

    void record(TsIndicator indicator, Occurrence occurrence) {
        Entry entry = entry(indicator);
        entry.count++;
        entry.last = occurrence;
    }

    /** A fault lasts; of several that which began first is shown. */
    void running(TsIndicator indicator, Occurrence occurrence) {
        Entry entry = entry(indicator);
        if (entry.running == null || occurrence.sinceNs() < entry.running.sinceNs()) {
            entry.running = occurrence;
        }
    }

    /** Forgets what ran: called before it is looked for again. */
    void clearRunning() {
        entries.values().forEach(entry -> entry.running = null);
    }

    /** Occurrences so far. */
    long countOf(TsIndicator indicator) {
        return entry(indicator).count;
    }

    /** The indicators that this stream lets measure, in order. */
    TsIndicatorCount[] report(Predicate<TsIndicator> measurable) {
        List<TsIndicatorCount> counts = new ArrayList<>();
        entries.forEach((indicator, entry) -> {
            if (entry.count > 0 || measurable.test(indicator)) {
                counts.add(entry.report(indicator));
            }
        });
        return counts.toArray(TsIndicatorCount[]::new);
    }

    private Entry entry(TsIndicator indicator) {
        Entry entry = entries.get(indicator);
        if (entry == null) {
            throw new IllegalStateException("no entry for " + indicator);
        }
        return entry;
    }

    /**
     * One time an indicator showed an error.
     *
     * @param sinceNs stream time at which it began
     * @param pid where, or {@link TsService#UNKNOWN}
     * @param measured in the unit of the indicator, or NaN
     * @param limit same unit, or NaN
     */
    record Occurrence(long sinceNs, int pid, double measured, double limit) {}

    private static final class Entry {
        private static final Occurrence NONE = new Occurrence(0, TsService.UNKNOWN, Double.NaN, Double.NaN);

        private long count;
        private Occurrence last = NONE;
        private @Nullable Occurrence running;

        private TsIndicatorCount report(TsIndicator indicator) {
            Occurrence runs = running;
            Occurrence shown = runs == null ? last : runs;
            return new TsIndicatorCount(
                    indicator, count, runs != null, shown.sinceNs(), shown.pid(), shown.measured(), shown.limit());
        }
    }
}

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
        record(indicator, Occurrence.at(nowNs, pid));
    }

    void record(TsIndicator indicator, Occurrence occurrence) {
        Entry entry = entry(indicator);
        entry.count++;
        entry.last = occurrence;
        if (entry.news == null || occurrence.sinceNs() < entry.news.sinceNs()) {
            entry.news = occurrence;
        }
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

    /** The indicators that this stream lets measure, in order, with what is new since the report before. */
    TsIndicatorCount[] report(Predicate<TsIndicator> measurable) {
        List<TsIndicatorCount> counts = new ArrayList<>();
        entries.forEach((indicator, entry) -> {
            if (entry.count > 0 || measurable.test(indicator)) {
                counts.add(entry.report(indicator));
            }
            entry.news = null;
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
     * @param untilNs stream time at which it was seen: it had come, or was not there yet
     * @param pid where, or {@link TsService#UNKNOWN}
     * @param measured in the unit of the indicator, or NaN
     * @param limit same unit, or NaN
     */
    record Occurrence(long sinceNs, long untilNs, int pid, double measured, double limit) {
        /** At one moment, without a value. */
        static Occurrence at(long nowNs, int pid) {
            return new Occurrence(nowNs, nowNs, pid, Double.NaN, Double.NaN);
        }
    }

    private static final class Entry {
        private static final Occurrence NONE = Occurrence.at(0, TsService.UNKNOWN);

        private long count;
        private Occurrence last = NONE;
        private @Nullable Occurrence news;
        private @Nullable Occurrence running;

        private TsIndicatorCount report(TsIndicator indicator) {
            Occurrence runs = running;
            Occurrence shown = runs == null ? last : runs;
            return new TsIndicatorCount(
                    indicator,
                    count,
                    runs != null,
                    news == null ? shown.sinceNs() : Math.min(news.sinceNs(), shown.sinceNs()),
                    shown.untilNs(),
                    shown.pid(),
                    shown.measured(),
                    shown.limit());
        }
    }
}

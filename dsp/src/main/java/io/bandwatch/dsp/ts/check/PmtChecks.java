package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.Repetition.Rule;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Indicator 1.5.a of TR 101 290: a PMT at least so often on every PID that the PAT names for one, and never scrambled. */
final class PmtChecks {
    private final IndicatorBook book;
    private final Rule rule;
    private final Map<Integer, Repetition> byPid = new TreeMap<>();
    private boolean named;

    PmtChecks(IndicatorBook book, TsLimits limits) {
        this.book = book;
        this.rule = new Rule(TsIndicator.PMT_ERROR_2, limits.pmtS());
    }

    /**
     * The PAT names these PIDs now.
     *
     * @param seen those of them that have come before: one of their PMTs may have passed unread
     */
    void name(Set<Integer> pids, Set<Integer> seen, long nowNs) {
        byPid.keySet().retainAll(pids);
        for (int pid : pids) {
            long startNs = named || seen.contains(pid) ? nowNs : 0;
            byPid.computeIfAbsent(pid, key -> rule.demanded(book, key, startNs));
        }
        named |= !pids.isEmpty();
    }

    /** A PMT came. */
    void came(int pid, long nowNs) {
        Repetition repetition = byPid.get(pid);
        if (repetition != null) {
            repetition.came(nowNs);
        }
    }

    /** A packet of a PMT's PID is scrambled. */
    void scrambled(int pid, long nowNs) {
        book.count(TsIndicator.PMT_ERROR_2, nowNs, pid);
    }

    /** Tells the book what is overdue. */
    void look(long nowNs) {
        byPid.values().forEach(repetition -> repetition.look(nowNs));
    }
}

package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.IndicatorBook.Occurrence;
import io.bandwatch.signal.ts.TsIndicator;

/** Something that has to come again and again, not too late and perhaps not too soon. */
final class Repetition {
    private static final double NO_LEAST = 0;

    private final IndicatorBook book;
    private final TsIndicator indicator;
    private final int pid;
    private final double mostS;
    private final double leastS;
    private final boolean demanded;
    private long lastNs;
    private boolean seen;

    private Repetition(Rule rule, IndicatorBook book, int pid, boolean demanded, long startNs) {
        this.book = book;
        this.indicator = rule.indicator();
        this.pid = pid;
        this.mostS = rule.mostS();
        this.leastS = rule.leastS();
        this.demanded = demanded;
        this.lastNs = startNs;
    }

    /**
     * How often.
     *
     * @param indicator that counts when it does not
     * @param mostS longest interval
     * @param leastS shortest interval, 0 for none
     */
    record Rule(TsIndicator indicator, double mostS, double leastS) {
        Rule(TsIndicator indicator, double mostS) {
            this(indicator, mostS, NO_LEAST);
        }

        /** Missed from the start even if it never comes. */
        Repetition demanded(IndicatorBook book, int pid, long startNs) {
            return new Repetition(this, book, pid, true, startNs);
        }

        /** Missed only after it came once: a stream need not have it. */
        Repetition expected(IndicatorBook book, int pid, long startNs) {
            return new Repetition(this, book, pid, false, startNs);
        }
    }

    /** It has come. */
    void came(long nowNs) {
        double intervalS = (nowNs - lastNs) * 1e-9;
        if (book.timed() && intervalS > mostS) {
            book.record(indicator, new Occurrence(lastNs, nowNs, pid, intervalS, mostS));
        } else if (book.timed() && seen && intervalS < leastS) {
            book.record(indicator, new Occurrence(nowNs, nowNs, pid, intervalS, leastS));
        }
        lastNs = nowNs;
        seen = true;
    }

    /** Tells the book if it is overdue. */
    void look(long nowNs) {
        double intervalS = (nowNs - lastNs) * 1e-9;
        if (book.timed() && (seen || demanded) && intervalS > mostS) {
            book.running(indicator, new Occurrence(lastNs, nowNs, pid, intervalS, mostS));
        }
    }
}

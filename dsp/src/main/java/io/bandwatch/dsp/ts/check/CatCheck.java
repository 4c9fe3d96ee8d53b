package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.IndicatorBook.Occurrence;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsIndicator;

/**
 * Indicator 2.6 of TR 101 290: where packets are scrambled there is a CAT, and nothing else on its PID. The guideline does not
 * say how long to wait for the CAT; a stream without a clock is judged at its end.
 */
final class CatCheck {
    private static final int CAT_PID = 0x01;
    private static final long NEVER = -1;

    private final IndicatorBook book;
    private final double graceS;
    private long scrambledNs = NEVER;
    private boolean present;
    private boolean counted;

    CatCheck(IndicatorBook book, TsLimits limits) {
        this.book = book;
        this.graceS = limits.catS();
    }

    /** A section on the PID of the CAT. */
    void section(Section section, long nowNs) {
        if (section.tableId() == TableId.CAT) {
            present = true;
        } else {
            book.count(TsIndicator.CAT_ERROR, nowNs, CAT_PID);
        }
    }

    /** Looks whether the CAT is overdue. */
    void look(boolean scrambled, long nowNs) {
        if (!scrambled || present) {
            return;
        }
        if (scrambledNs == NEVER) {
            scrambledNs = nowNs;
        }
        if (book.timed() && (nowNs - scrambledNs) * 1e-9 > graceS) {
            miss();
            book.running(TsIndicator.CAT_ERROR, new Occurrence(scrambledNs, nowNs, CAT_PID, Double.NaN, Double.NaN));
        }
    }

    /** The stream has ended. */
    void end(boolean scrambled) {
        if (scrambled && !present && !book.timed()) {
            miss();
        }
    }

    private void miss() {
        if (!counted) {
            counted = true;
            book.count(TsIndicator.CAT_ERROR, Math.max(0, scrambledNs), CAT_PID);
        }
    }
}

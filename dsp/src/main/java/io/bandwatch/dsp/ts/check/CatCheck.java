package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.IndicatorBook.Occurrence;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsIndicator;

/**
 * Indicator 2.6 of TR 101 290: where packets are scrambled there is a CAT, and nothing else on its PID. The guideline does not
 * say how long to wait for the CAT, nor how often it comes; a stream without a clock is judged at its end.
 */
final class CatCheck {
    private static final int CAT_PID = 0x01;
    private static final long NEVER = -1;

    /** A CAT that came so long ago is there no more: the longest interval of any table of ETSI TR 101 211, 4.4. */
    private static final long VALID_NS = 10_000_000_000L;

    /** Without scrambled packets for so long, nothing is scrambled any more. */
    private static final long PAUSE_NS = 1_000_000_000L;

    private final IndicatorBook book;
    private final double graceS;
    private long scrambledPackets;
    private long scrambledFromNs = NEVER;
    private long scrambledUntilNs = NEVER;
    private long catNs = NEVER;
    private boolean counted;

    CatCheck(IndicatorBook book, TsLimits limits) {
        this.book = book;
        this.graceS = limits.catS();
    }

    /** A section on the PID of the CAT. */
    void section(Section section, long nowNs) {
        if (section.tableId() == TableId.CAT) {
            catNs = nowNs;
        } else {
            book.count(TsIndicator.CAT_ERROR, nowNs, CAT_PID);
        }
    }

    /**
     * Looks whether the CAT is overdue.
     *
     * @param scrambled scrambled packets so far
     */
    void look(long scrambled, long nowNs) {
        if (scrambled > scrambledPackets) {
            scrambledPackets = scrambled;
            scrambledFromNs = scrambledFromNs == NEVER ? nowNs : scrambledFromNs;
            scrambledUntilNs = nowNs;
        }
        boolean isScrambled = scrambledFromNs != NEVER && nowNs - scrambledUntilNs <= PAUSE_NS;
        boolean present = catNs != NEVER && nowNs - catNs <= VALID_NS;
        if (!isScrambled || present) {
            scrambledFromNs = isScrambled ? scrambledFromNs : NEVER;
            counted = false;
            return;
        }
        long missingNs = catNs == NEVER ? scrambledFromNs : Math.max(scrambledFromNs, catNs + VALID_NS);
        if (book.timed() && (nowNs - missingNs) * 1e-9 > graceS) {
            miss(missingNs);
            book.running(TsIndicator.CAT_ERROR, new Occurrence(missingNs, nowNs, CAT_PID, Double.NaN, Double.NaN));
        }
    }

    /**
     * The stream has ended.
     *
     * @param scrambled scrambled packets in all
     */
    void end(long scrambled) {
        if (scrambled > 0 && catNs == NEVER && !book.timed()) {
            miss(0);
        }
    }

    private void miss(long sinceNs) {
        if (!counted) {
            counted = true;
            book.count(TsIndicator.CAT_ERROR, sinceNs, CAT_PID);
        }
    }
}

package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.Repetition.Rule;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.HashMap;
import java.util.Map;

/**
 * Indicators of the tables on their fixed PIDs: 1.3.a, 2.2, 3.1, 3.2, 3.5, 3.6, 3.7, 3.8 of TR 101 290. PMTs and the CAT,
 * which belong to packets as well, are checked elsewhere.
 *
 * <p>SI_repetition_error counts what has no indicator of its own: BAT and TOT.
 */
final class TableChecks {
    private static final int PAT_PID = 0x00;
    private static final int NIT_PID = 0x10;
    private static final int SDT_PID = 0x11;
    private static final int EIT_PID = 0x12;
    private static final int RST_PID = 0x13;
    private static final int TDT_PID = 0x14;

    /** Sub-tables of other streams that are followed; a stream that sends more is not a broadcast. */
    private static final int MOST_FOLLOWED = 4096;

    private final IndicatorBook book;
    private final TsLimits limits;
    private final Repetition pat;
    private final Map<Long, Repetition> repetitions = new HashMap<>();
    private final PresentFollowing presentFollowing;

    TableChecks(IndicatorBook book, TsLimits limits) {
        this.book = book;
        this.limits = limits;
        this.pat = new Rule(TsIndicator.PAT_ERROR_2, limits.patS()).demanded(book, PAT_PID, 0);
        this.presentFollowing = new PresentFollowing(book, limits);
    }

    /** A whole section with a right CRC, or none. */
    void section(int pid, Section section, long nowNs) {
        switch (pid) {
            case PAT_PID -> pat(section, nowNs);
            case NIT_PID -> nit(section, nowNs);
            case SDT_PID -> sdt(section, nowNs);
            case EIT_PID -> eit(section, nowNs);
            case RST_PID -> rst(section, nowNs);
            case TDT_PID -> time(section, nowNs);
            default -> {}
        }
    }

    /** A section whose CRC is wrong, of a table that indicator 2.2 names. */
    void damaged(int pid, Section section, long nowNs) {
        int tableId = section.tableId();
        boolean named =
                switch (tableId) {
                    case TableId.PAT,
                            TableId.CAT,
                            TableId.PMT,
                            TableId.NIT_ACTUAL,
                            TableId.NIT_OTHER,
                            TableId.SDT_ACTUAL,
                            TableId.SDT_OTHER,
                            TableId.BAT,
                            TableId.TOT -> true;
                    default -> TableId.isEit(tableId);
                };
        if (named) {
            book.count(TsIndicator.CRC_ERROR, nowNs, pid);
        }
    }

    /** A packet of the PAT is scrambled. */
    void scrambledPat(long nowNs) {
        book.count(TsIndicator.PAT_ERROR_2, nowNs, PAT_PID);
    }

    /** Tells the book what is overdue. */
    void look(long nowNs) {
        pat.look(nowNs);
        repetitions.values().forEach(repetition -> repetition.look(nowNs));
    }

    private void pat(Section section, long nowNs) {
        if (section.tableId() == TableId.PAT) {
            pat.came(nowNs);
        } else {
            book.count(TsIndicator.PAT_ERROR_2, nowNs, PAT_PID);
        }
    }

    private void nit(Section section, long nowNs) {
        switch (section.tableId()) {
            case TableId.NIT_ACTUAL -> {
                came(new Rule(TsIndicator.NIT_ACTUAL_ERROR, limits.nitS()), NIT_PID, anyOf(section), nowNs);
                notTooSoon(TsIndicator.NIT_ACTUAL_ERROR, NIT_PID, section, nowNs);
            }
            case TableId.NIT_OTHER ->
                came(new Rule(TsIndicator.NIT_OTHER_ERROR, limits.nitS()), NIT_PID, each(section, 0), nowNs);
            case TableId.STUFFING -> {}
            default -> book.count(TsIndicator.NIT_ACTUAL_ERROR, nowNs, NIT_PID);
        }
    }

    private void sdt(Section section, long nowNs) {
        switch (section.tableId()) {
            case TableId.SDT_ACTUAL -> {
                came(new Rule(TsIndicator.SDT_ACTUAL_ERROR, limits.sdtActualS()), SDT_PID, anyOf(section), nowNs);
                notTooSoon(TsIndicator.SDT_ACTUAL_ERROR, SDT_PID, section, nowNs);
            }
            case TableId.SDT_OTHER ->
                came(
                        new Rule(TsIndicator.SDT_OTHER_ERROR, limits.sdtOtherS()),
                        SDT_PID,
                        each(section, section.u16(8)),
                        nowNs);
            case TableId.BAT ->
                came(new Rule(TsIndicator.SI_REPETITION_ERROR, limits.batS()), SDT_PID, each(section, 0), nowNs);
            case TableId.STUFFING -> {}
            default -> book.count(TsIndicator.SDT_ACTUAL_ERROR, nowNs, SDT_PID);
        }
    }

    private void eit(Section section, long nowNs) {
        int tableId = section.tableId();
        if (tableId == TableId.EIT_PF_ACTUAL && section.number() <= 1) {
            Rule rule = new Rule(TsIndicator.EIT_ACTUAL_ERROR, limits.eitActualS());
            came(rule, EIT_PID, anyOf(section) | (long) section.number() << 32, nowNs);
            notTooSoon(TsIndicator.EIT_ACTUAL_ERROR, EIT_PID, section, nowNs);
        } else if (tableId == TableId.EIT_PF_OTHER && section.number() <= 1) {
            Rule rule = new Rule(TsIndicator.EIT_OTHER_ERROR, limits.eitOtherS());
            came(rule, EIT_PID, anyOf(section) | (long) section.number() << 32, nowNs);
        } else if (!TableId.isEit(tableId) && tableId != TableId.STUFFING) {
            book.count(TsIndicator.EIT_ACTUAL_ERROR, nowNs, EIT_PID);
        }
        presentFollowing.section(section, nowNs);
    }

    private void rst(Section section, long nowNs) {
        if (section.tableId() == TableId.RST) {
            notTooSoon(TsIndicator.RST_ERROR, RST_PID, section, nowNs);
        } else if (section.tableId() != TableId.STUFFING) {
            book.count(TsIndicator.RST_ERROR, nowNs, RST_PID);
        }
    }

    private void time(Section section, long nowNs) {
        switch (section.tableId()) {
            case TableId.TDT ->
                came(
                        new Rule(TsIndicator.TDT_ERROR, limits.timeS(), limits.closestS()),
                        TDT_PID,
                        anyOf(section),
                        nowNs);
            case TableId.TOT ->
                came(new Rule(TsIndicator.SI_REPETITION_ERROR, limits.timeS()), TDT_PID, anyOf(section), nowNs);
            case TableId.STUFFING -> {}
            default -> book.count(TsIndicator.TDT_ERROR, nowNs, TDT_PID);
        }
    }

    /** Sections of one number of one sub-table; of more than one number is the sender's choice of order. */
    private void notTooSoon(TsIndicator indicator, int pid, Section section, long nowNs) {
        Rule rule = new Rule(indicator, Double.POSITIVE_INFINITY, limits.closestS());
        came(rule, pid, each(section, section.tableId() == TableId.EIT_PF_ACTUAL ? 0 : 1) | 1L << 62, nowNs);
    }

    private void came(Rule rule, int pid, long key, long nowNs) {
        Repetition known = repetitions.get(key);
        if (known == null && repetitions.size() < MOST_FOLLOWED) {
            known = rule.expected(book, pid, 0);
            repetitions.put(key, known);
        }
        if (known != null) {
            known.came(nowNs);
        }
    }

    private static long anyOf(Section section) {
        return section.tableId();
    }

    private static long each(Section section, int further) {
        return 1L << 61
                | section.tableId()
                | (long) section.extension() << 8
                | (long) section.number() << 24
                | (long) further << 32;
    }
}

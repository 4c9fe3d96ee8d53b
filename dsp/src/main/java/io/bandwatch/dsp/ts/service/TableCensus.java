package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.TsTable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts sections by the sub-table they belong to. The event schedules of one table_id count together: a large network has
 * thousands of them. Bounded, whatever a stream invents.
 */
final class TableCensus {
    private static final int MOST_TABLES = 4096;
    private static final int ALL = -1;

    private final Map<Long, Row> rows = new TreeMap<>();
    private final long[] sections = new long[256];

    private static final class Row {
        private long sections;
        private int version = ALL;
    }

    void count(int pid, Section section) {
        sections[section.tableId()]++;
        boolean single = section.extended() && section.tableId() <= TableId.EIT_PF_OTHER;
        boolean atsc = section.extended() && section.tableId() > TableId.EIT_SCHEDULE_LAST;
        int extension = single || atsc ? section.extension() : ALL;
        long key = (long) pid << 32 | (long) section.tableId() << 20 | (extension + 1);
        Row row = rows.get(key);
        if (row == null) {
            if (rows.size() >= MOST_TABLES) {
                return;
            }
            row = new Row();
            rows.put(key, row);
        }
        row.sections++;
        if (extension != ALL && section.current()) {
            row.version = section.version();
        }
    }

    /** Sections of a table_id since the start. */
    long sections(int tableId) {
        return sections[tableId];
    }

    TsTable[] tables() {
        TsTable[] tables = new TsTable[rows.size()];
        int[] filled = {0};
        rows.forEach((key, row) -> tables[filled[0]++] = new TsTable(
                (int) (key >> 32), (int) (key >> 20 & 0xFF), (int) (key & 0xF_FFFF) - 1, row.version, row.sections));
        return Arrays.copyOf(tables, filled[0]);
    }
}

package io.bandwatch.ingest.inspect;

import io.bandwatch.ingest.SweepLayout;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.bytes.RecordingLines;
import io.bandwatch.ingest.frames.SweepRow;
import io.bandwatch.ingest.inspect.facts.Defect;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the first sweeps of a file tell.
 *
 * @param layout step, period and zone
 * @param start local time of the first row
 * @param lowHz lowest frequency of the first sweep
 * @param highHz highest one
 */
record SweepInspection(SweepLayout layout, LocalDateTime start, double lowHz, double highHz) {
    private static final long NS_PER_S = 1_000_000_000L;
    /** A sweep of the band in the finest bins has fewer rows. */
    private static final int ROWS_LOOKED_AT = 2000;

    static SweepInspection of(RecordingBytes bytes, ZoneId zone) throws Defect {
        List<SweepRow> rows = rows(bytes);
        if (rows.isEmpty()) {
            throw new Defect(
                    "not-sweep",
                    "no row of date, time, low Hz, high Hz, step Hz, samples and powers;"
                            + " give rtl_power or hackrf_sweep CSV, or name the kind with --kind iq");
        }
        Set<Double> lows = new HashSet<>();
        double lowHz = Double.POSITIVE_INFINITY;
        double highHz = 0;
        LocalDateTime second = rows.get(0).time();
        for (SweepRow row : rows) {
            if (!lows.add(row.lowHz())) {
                second = row.time();
                break;
            }
            lowHz = Math.min(lowHz, row.lowHz());
            highHz = Math.max(highHz, row.highHz());
        }
        long betweenNs = Duration.between(rows.get(0).time(), second).toNanos();
        // rtl_power counts whole seconds: two sweeps in one second, or a single sweep, stand for a second
        long periodNs = betweenNs > 0 ? betweenNs : NS_PER_S;
        SweepLayout layout = new SweepLayout(rows.get(0).stepHz(), periodNs, zone);
        return new SweepInspection(layout, rows.get(0).time(), lowHz, highHz);
    }

    /** The rows without those that a damaged date puts years away from most of the others. */
    private static List<SweepRow> ofOneYear(List<SweepRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<LocalDateTime> times = rows.stream().map(SweepRow::time).sorted().toList();
        LocalDateTime middle = times.get((times.size() - 1) / 2);
        return rows.stream().filter(row -> !row.isYearsFrom(middle)).toList();
    }

    private static List<SweepRow> rows(RecordingBytes bytes) {
        RecordingLines lines = new RecordingLines(bytes, 0);
        List<SweepRow> rows = new ArrayList<>();
        for (int i = 0; i < ROWS_LOOKED_AT; i++) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            SweepRow row = SweepRow.parse(line);
            if (row != null) {
                rows.add(row);
            }
        }
        return ofOneYear(rows);
    }
}

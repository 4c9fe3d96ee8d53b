package io.bandwatch.ingest.frames;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sweep file as {@code rtl_power} and {@code hackrf_sweep} write it: date, time, low Hz, high Hz, step Hz,
 * samples, then one power in dB per bin.
 *
 * @param time local time as written
 * @param lowHz frequency of the first bin, Hz
 * @param highHz end of the row, Hz
 * @param stepHz distance of bins, Hz
 * @param powerDb power per bin, dB
 * @param fromEdge whether {@code lowHz} is the lower edge of the first bin (hackrf_sweep, which writes fractions of a
 *     second) and not its centre (rtl_power, which does not)
 */
public record SweepRow(
        LocalDateTime time, double lowHz, double highHz, double stepHz, double[] powerDb, boolean fromEdge) {
    private static final int LEADING_COLUMNS = 6;
    private static final long LONGEST_RECORDING_DAYS = 366;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** Reads a line, or null if it is no such row. */
    public static @Nullable SweepRow parse(String line) {
        String[] columns = line.split(",", -1);
        if (columns.length <= LEADING_COLUMNS) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(columns[0].strip() + ' ' + columns[1].strip(), TIME);
            double lowHz = Double.parseDouble(columns[2]);
            double highHz = Double.parseDouble(columns[3]);
            double stepHz = Double.parseDouble(columns[4]);
            double[] powerDb = powers(columns, lowHz, highHz, stepHz);
            return powerDb == null
                    ? null
                    : new SweepRow(time, lowHz, highHz, stepHz, powerDb, columns[1].indexOf('.') >= 0);
        } catch (DateTimeException | NumberFormatException malformed) {
            return null;
        }
    }

    /** The powers, as many as there are bins; {@code rtl_power} repeats the last one, which is left out. */
    private static double @Nullable [] powers(String[] columns, double lowHz, double highHz, double stepHz) {
        if (!(stepHz > 0) || !(highHz > lowHz) || !Double.isFinite(highHz)) {
            return null;
        }
        long bins = Math.round((highHz - lowHz) / stepHz);
        int given = columns.length - LEADING_COLUMNS;
        if (given < bins || given > bins + 2 || bins < 1) {
            return null;
        }
        double[] powerDb = new double[(int) bins];
        for (int i = 0; i < powerDb.length; i++) {
            powerDb[i] = Double.parseDouble(columns[LEADING_COLUMNS + i]);
            if (!Double.isFinite(powerDb[i])) {
                return null;
            }
        }
        return powerDb;
    }

    /** Centre of a bin, Hz. */
    double centerHz(int bin) {
        return lowHz + (fromEdge ? bin + 0.5 : bin) * stepHz;
    }

    /** Whether its date is so far from that of another row of the same recording that one of them must be wrong. */
    public boolean isYearsFrom(LocalDateTime other) {
        return Math.abs(ChronoUnit.DAYS.between(time, other)) > LONGEST_RECORDING_DAYS;
    }

    /** The instant that the local time stands for. */
    java.time.Instant at(ZoneId zone) {
        return time.atZone(zone).toInstant();
    }
}

package io.bandwatch.detectors.licences.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row. Whoever reads a cell that is wrong leaves a problem behind and gets null. */
public final class CsvRow {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9]{1,8}|0[xX][0-9A-Fa-f]{1,7}");
    private static final Pattern PI = Pattern.compile("[0-9A-Fa-f]{4}");

    private final long line;
    private final Map<String, String> cells;
    private final List<String> columns;
    private final List<Problem> problems;

    CsvRow(long line, Map<String, String> cells, List<String> columns, List<Problem> problems) {
        this.line = line;
        this.cells = cells;
        this.columns = columns;
        this.problems = problems;
    }

    public long line() {
        return line;
    }

    public void complain(String text) {
        problems.add(new Problem(line, text));
    }

    /** The cell, or null if it is empty. */
    public @Nullable String text(String column) {
        return cells.get(column);
    }

    /** The cell; empty is a problem. A column that is missing altogether was told of once, at the header. */
    public @Nullable String compulsory(String column) {
        String text = cells.get(column);
        if (text == null && columns.contains(column)) {
            complain(column + " is empty");
        }
        return text;
    }

    /** A plain decimal number within closed limits. */
    public @Nullable Double number(String column, double low, double high) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            complain(column + " '" + text + "' is not a number");
            return null;
        }
        double value = Double.parseDouble(text);
        if (value < low || value > high) {
            complain(String.format(Locale.ROOT, "%s %s is not within %s to %s", column, text, plain(low), plain(high)));
            return null;
        }
        return value;
    }

    /** A whole number within closed limits, decimal or hexadecimal with 0x, as tables of identifiers have them. */
    public @Nullable Integer identifier(String column, int low, int high) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        if (!IDENTIFIER.matcher(text).matches()) {
            complain(column + " '" + text + "' is no identifier such as 1001 or 0x3E9");
            return null;
        }
        int value = Integer.decode(text.replaceFirst("^0+(?=[0-9])", ""));
        if (value < low || value > high) {
            complain(column + " " + text + " is not within " + low + " to " + high);
            return null;
        }
        return value;
    }

    public @Nullable Boolean yesOrNo(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> {
                complain(column + " '" + text + "' is neither yes nor no");
                yield null;
            }
        };
    }

    public @Nullable String programmeIdentification(String column) {
        String text = cells.get(column);
        if (text != null && !PI.matcher(text).matches()) {
            complain(column + " '" + text + "' is not four hexadecimal digits");
            return null;
        }
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** First instant of a day or a time named. */
    public @Nullable Instant from(String column, ZoneId zone) {
        String text = cells.get(column);
        return text == null ? null : instant(column, text, LocalTimes.Edge.BEGIN, zone);
    }

    /** First instant after a day named, or a time named. */
    public @Nullable Instant to(String column, ZoneId zone) {
        String text = cells.get(column);
        return text == null ? null : instant(column, text, LocalTimes.Edge.END, zone);
    }

    private @Nullable Instant instant(String column, String text, LocalTimes.Edge edge, ZoneId zone) {
        try {
            return LocalTimes.read(text, edge, zone);
        } catch (DateTimeException e) {
            complain(column + " '" + text + "' is not a date such as 2026-01-31 or 2026-01-31T05:30");
            return null;
        }
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}

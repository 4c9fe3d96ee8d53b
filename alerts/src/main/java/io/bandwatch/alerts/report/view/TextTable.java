package io.bandwatch.alerts.report.view;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under heads, aligned for a terminal. Not thread-safe. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String head, boolean numeric) {}

    TextTable text(String head) {
        columns.add(new Column(head, false));
        return this;
    }

    TextTable number(String head) {
        columns.add(new Column(head, true));
        return this;
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, but " + cells.size() + " cells: " + cells);
        }
        rows.add(cells.stream().map(TextTable::printable).toList());
    }

    /** The lines, without trailing blanks. */
    String render() {
        int[] widths = new int[columns.size()];
        List<String> heads = columns.stream().map(Column::head).toList();
        widen(widths, heads);
        rows.forEach(row -> widen(widths, row));
        StringBuilder out = new StringBuilder();
        append(out, heads, widths);
        int ruleWidth = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            ruleWidth += width;
        }
        out.append("-".repeat(ruleWidth)).append('\n');
        rows.forEach(row -> append(out, row, widths));
        return out.toString();
    }

    /** Names come from files: what would steer a terminal becomes a question mark. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(steers(c) ? '?' : c));
        return clean.toString();
    }

    private static boolean steers(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], DisplayWidth.of(cells.get(i)));
        }
    }

    private void append(StringBuilder out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String blanks = " ".repeat(widths[i] - DisplayWidth.of(cell));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).numeric() ? blanks + cell : cell + blanks);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}

package io.bandwatch.samples.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each verdict was given where each was deserved. A carrier that was missed counts against the verdict that it
 * deserves, one that is not there against the verdict that it got.
 */
public final class VerdictMatrix {
    /** Every verdict, in the order of the columns. */
    public static final List<String> VERDICTS = List.of(
            "licensed",
            "licensed-out-of-parameters",
            "relay-not-registered",
            "authorised",
            "foreign",
            "micropower",
            "artefact",
            "unlicensed",
            "undetermined");

    private static final Map<String, String> HEADS = Map.ofEntries(
            Map.entry("licensed", "lic"),
            Map.entry("licensed-out-of-parameters", "out"),
            Map.entry("relay-not-registered", "relay"),
            Map.entry("authorised", "auth"),
            Map.entry("foreign", "for"),
            Map.entry("micropower", "micro"),
            Map.entry("artefact", "art"),
            Map.entry("unlicensed", "unl"),
            Map.entry("undetermined", "und"),
            Map.entry(Judged.MISSED, "miss"));

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    private VerdictMatrix() {}

    /** The matrix of these carriers. */
    public static VerdictMatrix of(List<Judged> judged) {
        VerdictMatrix matrix = new VerdictMatrix();
        for (Judged one : judged) {
            // a verdict that is right beside the expected one counts as the expected one
            String given = one.right() ? one.expected() : one.given();
            matrix.counts
                    .computeIfAbsent(one.expected(), key -> new TreeMap<>())
                    .merge(given, 1, Integer::sum);
        }
        return matrix;
    }

    /** How often {@code given} was given where {@code expected} was deserved. */
    public int count(String expected, String given) {
        return counts.getOrDefault(expected, Map.of()).getOrDefault(given, 0);
    }

    /** How many deserve a verdict. */
    public int deserving(String expected) {
        return counts.getOrDefault(expected, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Harmonic mean of precision and recall of a verdict; NaN where it was neither deserved nor given. */
    public double f1(String verdict) {
        int right = count(verdict, verdict);
        int given = counts.values().stream()
                .mapToInt(row -> row.getOrDefault(verdict, 0))
                .sum();
        int all = given + deserving(verdict);
        return all == 0 ? Double.NaN : 2.0 * right / all;
    }

    /** Mean of {@link #f1} over the verdicts that were deserved by any; NaN if there is none. */
    public double macroF1() {
        return VERDICTS.stream()
                .filter(verdict -> deserving(verdict) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(Double.NaN);
    }

    /** The rows that are not empty, by {@link #VERDICTS}, then what should not be there. */
    public List<String> rows() {
        List<String> rows = new ArrayList<>(VERDICTS);
        rows.add(Judged.NOTHING);
        rows.removeIf(row -> deserving(row) == 0);
        return rows;
    }

    /** The columns that are not empty, by {@link #VERDICTS}, then what was missed. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(VERDICTS);
        columns.add(Judged.MISSED);
        columns.removeIf(column -> counts.values().stream().noneMatch(row -> row.containsKey(column)));
        return columns;
    }

    /** The matrix as a table for people. */
    public String toTable() {
        StringBuilder text = new StringBuilder(String.format("%-27s", "expected / given"));
        columns().forEach(column -> text.append(String.format("%6s", HEADS.get(column))));
        text.append(String.format("%7s%n", "F1"));
        for (String row : rows()) {
            text.append(String.format("%-27s", row));
            for (String column : columns()) {
                int count = count(row, column);
                text.append(String.format("%6s", count == 0 ? "." : Integer.toString(count)));
            }
            boolean verdict = !row.equals(Judged.NOTHING);
            text.append(verdict ? String.format(Locale.ROOT, "%7.3f", f1(row)) : "")
                    .append(String.format("%n"));
        }
        return text.toString();
    }
}

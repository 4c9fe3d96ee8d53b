package io.bandwatch.detectors.licences.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A text of RFC 4180 with a header: the rows that it has and what is wrong with its form. Cells are trimmed; a row shorter
 * than the header leaves its last cells empty, a longer one is a problem.
 */
public final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final List<String> known;
    private final List<String> header = new ArrayList<>();
    private final List<CsvRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private CsvTable(List<String> known) {
        this.known = known;
    }

    /**
     * Reads a table.
     *
     * @param csv bytes of the file
     * @param known columns that there may be
     * @param compulsory columns that there must be
     */
    public static CsvTable of(byte[] csv, List<String> known, List<String> compulsory) {
        CsvTable table = new CsvTable(known);
        Utf8Text.decode(csv, table.problems).ifPresent(text -> table.parse(text, compulsory));
        return table;
    }

    public List<CsvRow> rows() {
        return rows;
    }

    /** What is wrong so far; rows add to it while they are read. */
    public List<Problem> problems() {
        return problems;
    }

    private void parse(String text, List<String> compulsory) {
        LineNumbers lines = new LineNumbers(text);
        CSVParser parser;
        try {
            parser = CSVParser.builder()
                    .setReader(new StringReader(text))
                    .setFormat(FORMAT)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        try (parser) {
            for (CSVRecord row : parser) {
                long line = lines.ofRecordAt(row.getCharacterPosition());
                if (header.isEmpty()) {
                    takeHeader(row, line, compulsory);
                } else {
                    takeRow(row, line);
                }
            }
        } catch (UncheckedIOException | IOException e) {
            problems.add(
                    new Problem(lines.last(parser.getCurrentLineNumber()), "a quoted cell is not closed properly"));
        }
        if (header.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(1, "the file is empty; it must begin with a header: " + String.join(",", known)));
        }
    }

    private void takeHeader(CSVRecord row, long line, List<String> compulsory) {
        for (String cell : row) {
            String name = cell.strip();
            if (!known.contains(name)) {
                problems.add(new Problem(line, "unknown column '" + name + "'; known are " + String.join(",", known)));
            } else if (header.contains(name)) {
                problems.add(new Problem(line, "column '" + name + "' stands twice"));
            }
            header.add(name);
        }
        for (String name : compulsory) {
            if (!header.contains(name)) {
                problems.add(new Problem(line, "column '" + name + "' is missing"));
            }
        }
    }

    private void takeRow(CSVRecord row, long line) {
        if (row.size() > header.size()) {
            problems.add(new Problem(
                    line, "the row has " + row.size() + " cells, the header " + header.size() + " columns"));
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(row.size(), header.size()); i++) {
            String cell = row.get(i).strip();
            if (!cell.isEmpty()) {
                cells.put(header.get(i), cell);
            }
        }
        boolean blank = cells.isEmpty() && row.size() <= header.size();
        if (!blank) {
            rows.add(new CsvRow(line, cells, header, problems));
        }
    }
}

package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.TsCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables as another analyser wrote them, in the order in which they became whole.
 *
 * @param tableId table_id
 * @param pid where it came
 * @param version version_number
 * @param lines what it wrote of the contents
 */
record PeerTables(int tableId, int pid, int version, List<String> lines) {
    private static final Pattern HEAD = Pattern.compile("\\* .*TID 0x(\\p{XDigit}+) .*PID 0x(\\p{XDigit}+) .*");
    private static final Pattern VERSION = Pattern.compile("  Version: (\\d+), .*");

    static List<PeerTables> read(String reference) throws IOException {
        List<PeerTables> tables = new ArrayList<>();
        Matcher head = null;
        int version = 0;
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(TsCaptures.file("reference/" + reference))) {
            Matcher start = HEAD.matcher(line);
            Matcher number = VERSION.matcher(line);
            if (start.matches()) {
                if (head != null) {
                    tables.add(table(head, version, lines));
                }
                head = start;
                lines = new ArrayList<>();
            } else if (number.matches()) {
                version = Integer.parseInt(number.group(1));
            } else {
                lines.add(line);
            }
        }
        if (head != null) {
            tables.add(table(head, version, lines));
        }
        return tables;
    }

    String key() {
        return "%02X on %d version %d".formatted(tableId, pid, version);
    }

    /** What a pattern captures, line by line. */
    Stream<Matcher> find(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return lines.stream().map(compiled::matcher).filter(Matcher::find);
    }

    private static PeerTables table(Matcher head, int version, List<String> lines) {
        return new PeerTables(Integer.parseInt(head.group(1), 16), Integer.parseInt(head.group(2), 16), version, lines);
    }
}

package io.bandwatch.dsp.ts.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as the analyser wrote them, in the order in which they became whole. The facts of each begin with its key; a table
 * that comes anew has another.
 */
final class TableReport {
    private static final Pattern HEAD = Pattern.compile("\\* .*TID 0x(\\p{XDigit}+) .*PID 0x(\\p{XDigit}+) .*");
    private static final Pattern VERSION =
            Pattern.compile("  Version: (\\d+), sections: (\\d+), total size: (\\d+) bytes");

    /** What a line says of the table, or of the stream or service whose lines come last. */
    private static final List<Rule> RULES = List.of(
            rule("  - Section \\d+:|(?:Program|Network) information:", "", ""),
            rule("TS id: +(\\d+) .*", "tsid", "$1"),
            rule("NIT: .*PID: +(\\d+) .*", "network pid", "$1"),
            rule("Program: +(\\d+) .*PID: +(\\d+) .*", "programme $1", "$2"),
            rule("Program: 0x.*\\((\\d+)\\), PCR PID: none", "pcr pid of $1", "none"),
            rule("Program: 0x.*\\((\\d+)\\), PCR PID: 0x.*\\((\\d+)\\)", "pcr pid of $1", "$2"),
            rule("Elementary stream: type 0x(..) .*PID: 0x.*\\((\\d+)\\)", "stream $2 type", "0x$1"),
            rule("Transport Stream Id: 0x.*\\((\\d+)\\)", "tsid", "$1"),
            rule("Original Network Id: 0x.*\\((\\d+)\\)", "onid", "$1"),
            rule("Service Id: 0x.*\\((\\d+)\\), EITs: .*, EITp/f: .*, CA mode: (.*)", "free ca mode $1", "$2"),
            rule("Service: \"(.*)\", Provider: \"(.*)\"", "@ name", "$1 of $2"),
            rule("Service type: 0x(..) .*", "@ service type", "0x$1"),
            rule("Network Id: 0x.*\\((\\d+)\\)", "network", "$1"),
            rule("Name: \"(.*)\"", "network name", "$1"),
            rule("CA System Id: 0x(\\p{XDigit}+) .*ECM PID: 0x1FFF .*", "ca system $1", "yes"),
            rule("CA System Id: 0x(\\p{XDigit}+) .*ECM PID: 0x(?!1FFF).*\\((\\d+)\\)", "ecm pid $2", "yes"),
            rule("- Descriptor \\d+: Enhanced AC-3 .*", "@ codec", "eac3"),
            rule("- Descriptor \\d+: Subtitling .*", "@ role", "subtitle"),
            rule("Language: (...), Type: .*", "@ language", "$1"));

    private static final Pattern WHOSE =
            Pattern.compile("(?:Elementary stream: .*PID: 0x.*|Service Id: 0x\\p{XDigit}+ )\\((\\d+)\\).*");

    private final Facts facts = new Facts();
    private final List<String> order = new ArrayList<>();
    private String head = "";
    private String key = "";
    private String whose = "";

    private record Rule(Pattern line, String name, String value) {}

    private static Rule rule(String line, String name, String value) {
        return new Rule(Pattern.compile(line), name, value);
    }

    static TableReport of(List<String> lines) {
        TableReport report = new TableReport();
        lines.stream().filter(line -> !line.isBlank()).forEach(report::line);
        return report;
    }

    Facts facts() {
        return facts;
    }

    /** Keys of the tables, in their order. */
    List<String> order() {
        return order;
    }

    /** How a table is called: the second of the same version is another. */
    static String key(List<String> before, int tableId, int pid, int version) {
        String plain = "%02X on %d version %d".formatted(tableId, pid, version);
        long times = before.stream().filter(key -> key.startsWith(plain + ",")).count();
        return plain + ", " + (times + 1);
    }

    private void line(String line) {
        Matcher begin = HEAD.matcher(line);
        Matcher version = VERSION.matcher(line);
        if (begin.matches()) {
            head = line;
            whose = "";
        } else if (version.matches()) {
            Matcher table = HEAD.matcher(head);
            if (!table.matches()) {
                facts.cannotRead(line);
                return;
            }
            key = key(order, hex(table.group(1)), hex(table.group(2)), Integer.parseInt(version.group(1)));
            order.add(key);
            facts.tell(key + " sections", version.group(2));
            facts.tell(key + " bytes", version.group(3));
        } else {
            content(line);
        }
    }

    private void content(String line) {
        String plain = line.trim();
        Matcher named = WHOSE.matcher(plain);
        if (named.matches()) {
            whose = named.group(1);
        }
        for (Rule rule : RULES) {
            Matcher said = rule.line().matcher(rule.name().isEmpty() ? line.replaceAll("^ {4}", "") : plain);
            if (said.matches()) {
                if (!rule.name().isEmpty()) {
                    String name = said.replaceAll(rule.name()).replace("@", whose);
                    facts.tell(key + " " + name, decimal(said.replaceAll(rule.value())));
                }
                return;
            }
        }
        facts.tell(key + " line " + plain, "yes");
    }

    private static String decimal(String value) {
        return value.matches("0x\\p{XDigit}+") ? Integer.toString(hex(value.substring(2))) : value;
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}

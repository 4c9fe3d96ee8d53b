package io.bandwatch.dsp.ts.peer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The analyser's report for readers: boxes of dotted lines, in two widths, which say what its reports for machines say. */
final class WrittenReport {
    private static final Pattern HEAD =
            Pattern.compile("(TRANSPORT STREAM|SERVICES|PIDS|TABLES & SECTIONS) ANALYSIS.*");
    private static final Pattern SERVICE_LINE =
            Pattern.compile("0x\\p{XDigit}{4} +(?:\\((\\d+)\\) +)?(.+?) \\.+ ([CS]) +(.+)");
    private static final Pattern PID_LINE =
            Pattern.compile("0x(\\p{XDigit}{4}) +(?:\\(\\d+\\) +)?(.+?)(?: \\.+| ) ([CS])\\+? +(\\S.*)");
    private static final Pattern TOTAL = Pattern.compile("Total +.+? \\.+ ([CS]) +(.+)");
    private static final Pattern SERVICE = Pattern.compile(
            "Service: 0x\\p{XDigit}+ \\((\\d+)\\), TS: 0x\\p{XDigit}+ \\((\\d+)\\)(?:, Original Netw: .*\\((\\d+)\\))?");
    private static final Pattern PID = Pattern.compile("PID: 0x\\p{XDigit}+ \\((\\d+)\\) +(.+)");
    private static final Pattern OF_SERVICE = Pattern.compile("Service: 0x\\p{XDigit}+ \\((\\d+)\\) .*");
    private static final Pattern TABLE =
            Pattern.compile("0x\\p{XDigit}+ \\((\\d+), .*\\), TID ext: 0x\\p{XDigit}+ \\((\\d+)\\)");
    private static final Pattern CELL = Pattern.compile("(.+?):? \\.+ (.+)");
    private static final Pattern HEADING = Pattern.compile(
            "[|=-]*|(?:Srv Id|PID) +.*Bitrate|Note [12]: .*|Subt.*|\\(C=Clear.*|.*Service PID|Global PID|Transport:"
                    + "|Discontinuities:|Sections:|PES:|Clock values range:|pkt|ms|Transport stream bitrate.*"
                    + "|(?:188|204) bytes/pkt|None|Unknown|[0-9,]+ b/s");

    /** Names of the cells in the reports for machines. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Transport Stream Id", "id"),
            Map.entry("PID's: Total", "pids"),
            Map.entry("TS packets", "packets"),
            Map.entry("Clear", "clearpids"),
            Map.entry("Scrambled", "scrambledpids"),
            Map.entry("With invalid sync", "invalidsyncs"),
            Map.entry("With transport error", "transporterrors"),
            Map.entry("With PCR's", "pcrpids"),
            Map.entry("Suspect and ignored", "suspectignored"),
            Map.entry("Unreferenced", "unreferencedpids"),
            Map.entry("User-specified", "userbitrate"),
            Map.entry("Estimated based on PCR's", "pcrbitrate"),
            Map.entry("Selected reference bitrate", "bitrate"),
            Map.entry("Broadcast time", "duration"),
            Map.entry("Unexpect", "discontinuities"),
            Map.entry("Adapt.F.", "af"),
            Map.entry("Unit start", "unitstart"),
            Map.entry("Inv.Start", "invalidpesprefix"),
            Map.entry("Section cnt", "sections"),
            Map.entry("Table cnt", "tables"),
            Map.entry("Version", "lastversion"));

    private final Facts facts = new Facts();
    private String part = "";
    private String scope = "ts";
    private String pid = "";

    private WrittenReport() {}

    static Facts of(List<String> lines) {
        WrittenReport report = new WrittenReport();
        for (String line : lines) {
            report.line(line.replaceAll("^\\| +| +\\|$|^\\|?=+\\|?$|^\\|-+\\|$", ""));
        }
        return report.facts;
    }

    private void line(String line) {
        Matcher head = HEAD.matcher(line);
        if (head.matches()) {
            part = head.group(1);
            scope = "ts";
        } else if (!HEADING.matcher(line).matches() && !names(line) && !lists(line) && !sums(line)) {
            for (String cell : line.split(" {2,}(?:\\| +)?", -1)) {
                cell(cell);
            }
        }
    }

    /** Lines that say what the next ones are of. */
    private boolean names(String line) {
        Matcher service = SERVICE.matcher(line);
        Matcher ofPid = PID.matcher(line);
        Matcher ofService = OF_SERVICE.matcher(line);
        Matcher table = TABLE.matcher(line);
        if (line.startsWith("Global PID's")) {
            scope = "global";
        } else if (service.matches()) {
            scope = "service " + service.group(1);
            facts.tell(scope + " tsid", service.group(2));
            if (service.group(3) != null) {
                facts.tell(scope + " onid", service.group(3));
            }
        } else if (ofPid.matches()) {
            pid = ofPid.group(1);
            scope = "pid " + pid;
            facts.tellUse(scope, ofPid.group(2));
        } else if (ofService.matches()) {
            facts.tell("pid " + pid + " servlist", ofService.group(1));
        } else if (table.matches()) {
            scope = "table " + pid + "/" + table.group(1) + "/" + table.group(2);
        } else {
            return false;
        }
        return true;
    }

    /** Rows of the lists of services and PIDs. */
    private boolean lists(String line) {
        Matcher service = SERVICE_LINE.matcher(line);
        Matcher total = TOTAL.matcher(line);
        Matcher row = PID_LINE.matcher(line);
        if (part.startsWith("TRANSPORT") && service.matches()) {
            String listed = "service " + Integer.parseInt(line.substring(2, 6), 16);
            facts.tell(listed + " name", service.group(2));
            access(listed, service.group(3), service.group(4));
        } else if (part.equals("SERVICES") && total.matches()) {
            access(scope, total.group(1), total.group(2));
        } else if (part.equals("SERVICES") && row.matches()) {
            String listed = "pid " + Integer.parseInt(row.group(1), 16);
            facts.tellUse(listed, row.group(2));
            access(listed, row.group(3), row.group(4));
        } else {
            return false;
        }
        return true;
    }

    private void access(String of, String letter, String bitrate) {
        facts.tell(of + " access", letter.equals("C") ? "clear" : "scrambled");
        facts.tell(of + " bitrate", bitrate);
    }

    /** Lines of several values without dots. */
    private boolean sums(String line) {
        Matcher sum = Pattern.compile("TS packets: ([0-9,]+), PID's: (\\d+) \\(clear: (\\d+), scrambled: (\\d+)\\)")
                .matcher(line);
        Matcher name = Pattern.compile("Service name: (.+), provider: (.+)").matcher(line);
        Matcher type = Pattern.compile("Service type: 0x(..) \\((.+)\\)").matcher(line);
        Matcher pids = Pattern.compile("PMT PID: .*\\((\\d+)\\), PCR PID: .*\\((\\d+)\\)")
                .matcher(line);
        if (sum.matches()) {
            facts.tell(scope + " packets", sum.group(1));
            facts.tell(scope + " pids", sum.group(2));
            facts.tell(scope + " clearpids", sum.group(3));
            facts.tell(scope + " scrambledpids", sum.group(4));
        } else if (name.matches()) {
            facts.tell(scope + " name", name.group(1));
            facts.tell(scope + " provider", name.group(2));
        } else if (type.matches()) {
            int number = Integer.parseInt(type.group(1), 16);
            facts.tell(scope + " servtype", number == 0 ? "none" : number);
        } else if (pids.matches()) {
            facts.tell(scope + " pmtpid", pids.group(1));
            facts.tell(scope + " pcrpid", pids.group(2));
        } else {
            return false;
        }
        return true;
    }

    private void cell(String cell) {
        Matcher told = CELL.matcher(cell);
        if (HEADING.matcher(cell).matches()) {
            return;
        }
        if (!told.matches()) {
            facts.tell(scope + " attribute " + cell, "yes");
            return;
        }
        String name = NAMES.getOrDefault(told.group(1), told.group(1).toLowerCase(Locale.ROOT));
        String value = told.group(2).trim();
        Matcher decimal = Pattern.compile("0x\\p{XDigit}+ \\((\\d+)\\)").matcher(value);
        if (name.equals("packets") && scope.startsWith("pid") && facts.has(scope + " packets")) {
            name = "pes";
        } else if (Set.of("from", "to", "leaps").contains(name)) {
            facts.tell(scope + " clock values", "yes");
            return;
        } else if (name.equals("duration") && value.matches("\\d+ sec .*")) {
            value = value.substring(0, value.indexOf(' '));
        }
        facts.tell(
                scope + " " + name,
                decimal.matches() ? decimal.group(1) : name.equals("access") ? value.toLowerCase(Locale.ROOT) : value);
    }
}

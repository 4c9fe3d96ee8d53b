package io.bandwatch.dsp.ts.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The smaller reports: lists of errors and rates, packets, commands, and what was found in a picture. */
final class LineReports {
    private static final String PACKET = "packet ";

    private LineReports() {}

    /** What a stream lacks. */
    static Facts ofErrors(List<String> lines) {
        Facts facts = new Facts();
        read(
                facts,
                lines,
                List.of(
                        new Form("TITLE: .*", "", ""),
                        new Form("INFO: Transport Stream Identifier: 0x.*\\((\\d+)\\)", "ts id", "$1"),
                        new Form("TS:\\d+:0x.*: (No .*)", "error $1", "yes"),
                        new Form(
                                "PID:(\\d+):0x.*: No PCR, PCR PID of service .*\\((\\d+)\\)",
                                "error No PCR on $1 of $2",
                                "yes"),
                        new Form("SUMMARY: Error count: (\\d+)", "errors", "$1")));
        return facts;
    }

    /** Packets and rates by PID. */
    static Facts ofRates(List<String> lines) {
        Facts facts = new Facts();
        read(
                facts,
                lines,
                List.of(
                        new Form("Transport Stream|[- ]+|File +:.*|PID +TS Packets.*", "", ""),
                        new Form("TS packets +: ([0-9,]+)", "ts packets", "$1"),
                        new Form("PCR +: (\\d+)", "ts pcr", "$1"),
                        new Form("PIDs with PCR +: (\\d+)", "ts pcrpids", "$1"),
                        new Form("DTS +: (\\d+)", "ts dts", "$1"),
                        new Form("PIDs with DTS +: (\\d+)", "ts dtspids", "$1"),
                        new Form("TS bitrate +: 0 b/s \\(188-byte\\), .*", "ts pcrbitrate", "none"),
                        new Form(" *(\\d+) \\(0x.{4}\\) +([0-9,]+) +0 b/s +0 b/s", "pid $1 packets", "$2")));
        return facts;
    }

    /** Headers of packets, and their bytes. */
    static Facts ofDump(List<String> lines) {
        Facts facts = new Facts();
        String packet = "";
        StringBuilder bytes = new StringBuilder();
        List<String> rest = new ArrayList<>();
        for (String line : lines) {
            Matcher head = Pattern.compile("\\* Packet (\\d+)").matcher(line);
            if (head.matches()) {
                packet = PACKET + head.group(1);
                bytes.setLength(0);
            } else if (line.matches("(  ?[0-9A-F]{2})( [0-9A-F]{2})+")) {
                bytes.append(line.replace(" ", ""));
                facts.byName().put(packet + " bytes", bytes.toString());
            } else if (!line.isBlank() && !line.contains("----")) {
                for (String field : line.trim().split(", (?=[a-zA-Z])", -1)) {
                    rest.add(packet + " " + field.toLowerCase(Locale.ROOT));
                }
            }
        }
        read(
                facts,
                rest,
                List.of(
                        new Form("(.*) pid: 0x.* \\((\\d+)\\)", "$1 pid", "$2"),
                        new Form("(.*) adaptation field: (\\w+) .*", "$1 adaptation", "$2"),
                        new Form(
                                "(.*) (sync|scrambling|unit start|error|priority|continuity counter|header size): (\\w+)",
                                "$1 $2",
                                "$3"),
                        new Form("(.*) (payload|stream id|pes packet length|pts): (.*)", "$1 $2", "$3")));
        return facts;
    }

    /** Components, names and commands as a line of JSON each. */
    static Facts ofCommands(List<String> lines) throws JsonProcessingException {
        Facts facts = new Facts();
        for (String line : lines) {
            JsonNode node = new ObjectMapper().readTree(line);
            for (JsonNode service : node.path("SDT")) {
                JsonNode name = service.get("descriptors").get(0);
                facts.tell(
                        "service " + service.get("serviceId") + " name",
                        name.get("serviceName").asText());
                facts.tell(
                        "service " + service.get("serviceId") + " provider",
                        name.get("providerName").asText());
            }
            if (node.has("codec")) {
                facts.tell(
                        "pid " + node.get("pid") + " codec",
                        codec(node.get("codec").asText()));
                facts.tell("pid " + node.get("pid") + " type", node.get("type").asText());
            }
            JsonNode splice = node.path("spliceCommand");
            splice.properties()
                    .forEach(field -> facts.tell(
                            "splice on " + node.get("pid") + " " + field.getKey(),
                            word(field.getValue().asText())));
        }
        return facts;
    }

    /** A picture's parameters. */
    static Facts ofPicture(List<String> lines) {
        Facts facts = new Facts();
        read(
                facts,
                lines,
                List.of(
                        new Form("\\* PID 0x0079, HEVC .*Sequence parameter set.*", "pid 121 codec", "hevc"),
                        new Form("  (.*) = \\d+|  Offset in PES.*|    0.*|  HEVC.*:", "payload of a picture", "yes")));
        return facts;
    }

    /** A table of applications, in XML. */
    static Facts ofApplications(List<String> lines) {
        Facts facts = new Facts();
        String text = String.join(" ", lines);
        Matcher table = Pattern.compile(
                        "<AIT version=\"(\\d+)\" current=\"true\".*<metadata PID=\"([0-9,]+)\"/>(.*)</AIT>")
                .matcher(text);
        if (!table.find()) {
            facts.cannotRead(text);
            return facts;
        }
        int pid = Integer.parseInt(table.group(2).replace(",", ""));
        String key = TableReport.key(List.of(), 0x74, pid, Integer.parseInt(table.group(1)));
        facts.tell(key + " sections", 1);
        facts.tell(key + " line " + table.group(3).trim(), "yes");
        return facts;
    }

    private static String codec(String name) {
        return name.equals("AVC") ? "h264" : word(name);
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** In the hexadecimal digits of a dump. */
    static String hex(byte[] bytes, int from, int to) {
        return HexFormat.of().withUpperCase().formatHex(bytes, from, to);
    }

    private record Form(String line, String name, String value) {}

    /** The first form that a line has tells its fact; one without a name tells none. */
    private static void read(Facts facts, List<String> lines, List<Form> forms) {
        for (String line : lines) {
            Form form = forms.stream()
                    .filter(any -> line.matches(any.line()))
                    .findFirst()
                    .orElse(null);
            if (form == null) {
                if (!line.isBlank()) {
                    facts.cannotRead(line);
                }
            } else if (!form.name().isEmpty()) {
                String name = line.replaceFirst(form.line(), form.name());
                facts.tell(name, line.replaceFirst(form.line(), form.value()));
            }
        }
    }
}

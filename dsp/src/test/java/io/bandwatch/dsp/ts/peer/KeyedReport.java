package io.bandwatch.dsp.ts.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The analyser's reports for machines: lines of {@code kind:key=value:} and the same as JSON. Their keys are our names. */
final class KeyedReport {
    private static final Set<String> IDENTIFIERS = Set.of("pid", "tid", "tidext");

    /** What the JSON calls otherwise, without its hyphens. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("packets.total", "packets"),
            Map.entry("components.total", "pids"),
            Map.entry("components.clear", "clearpids"),
            Map.entry("components.scrambled", "scrambledpids"),
            Map.entry("pids.total", "pids"),
            Map.entry("pids.clear", "clearpids"),
            Map.entry("pids.scrambled", "scrambledpids"),
            Map.entry("pids.pcr", "pcrpids"),
            Map.entry("pids.unreferenced", "unreferencedpids"),
            Map.entry("services.total", "services"),
            Map.entry("services.clear", "clearservices"),
            Map.entry("services.scrambled", "scrambledservices"),
            Map.entry("total", "pids"),
            Map.entry("clear", "clearpids"),
            Map.entry("scrambled", "scrambledpids"),
            Map.entry("pesstreamid", "streamid"));

    private KeyedReport() {}

    static Facts ofLines(List<String> lines) {
        Facts facts = new Facts();
        for (String line : lines) {
            Map<String, String> values = new LinkedHashMap<>();
            String[] fields = line.replaceAll(":+$", "").split(":", -1);
            for (String field : List.of(fields).subList(1, fields.length)) {
                int sign = field.indexOf('=');
                values.put(sign < 0 ? field : field.substring(0, sign), sign < 0 ? "yes" : field.substring(sign + 1));
            }
            switch (fields[0]) {
                case "title" -> {}
                case "ts", "global", "unreferenced" -> tell(facts, fields[0], values);
                case "pid" -> tell(facts, "pid " + values.remove("pid"), values);
                case "service" -> tell(facts, "service " + values.remove("id"), values);
                case "table" -> tell(facts, table(values), values);
                default -> facts.cannotRead(line);
            }
        }
        return facts;
    }

    static Facts ofJson(String text) throws JsonProcessingException {
        Facts facts = new Facts();
        JsonNode report = new ObjectMapper().readTree(text);
        report.get("pids").forEach(pid -> tell(facts, "pid " + pid.get("id"), values(pid, "id")));
        report.get("services").forEach(service -> tell(facts, "service " + service.get("id"), values(service, "id")));
        report.get("tables").forEach(node -> {
            Map<String, String> values = values(node, "");
            tell(facts, table(values), values);
        });
        tell(facts, "global", values(report.get("ts").get("pids").get("global"), ""));
        tell(facts, "ts", values(report.get("ts"), ""));
        return facts;
    }

    private static String table(Map<String, String> values) {
        String name = "table " + values.get("pid") + "/" + values.get("tid") + "/" + values.get("tidext");
        values.keySet().removeAll(IDENTIFIERS);
        return name;
    }

    private static void tell(Facts facts, String scope, Map<String, String> values) {
        values.forEach((key, value) -> {
            boolean time = key.endsWith("bitrate") || key.equals("duration") || key.equals("servtype");
            if (key.equals("description")) {
                facts.tellUse(scope, value);
            } else {
                facts.tell(scope + " " + key, time && value.equals("0") ? "none" : value);
            }
        });
    }

    /** The leaves of an object, but for one, named as in the lines. */
    private static Map<String, String> values(JsonNode object, String without) {
        Map<String, String> values = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            if (!field.getKey().equals(without)) {
                add(values, field.getKey().replace("-", ""), field.getValue());
            }
        });
        return values;
    }

    private static void add(Map<String, String> values, String key, JsonNode value) {
        if (key.equals("pids.global")) {
            return; // a scope of its own
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> add(values, key + "." + field.getKey().replace("-", ""), field.getValue()));
        } else if (value.isArray()) {
            StringBuilder list = new StringBuilder();
            value.forEach(item -> list.append(list.isEmpty() ? "" : ",").append(item.asText()));
            values.put(
                    switch (key) {
                        case "pids" -> "pidlist";
                        case "services" -> "servlist";
                        default -> key;
                    },
                    list.toString());
        } else {
            String name = RENAMED.getOrDefault(key, key.replaceFirst("^packets\\.", ""));
            switch (key) {
                case "isscrambled" -> values.put("access", value.asBoolean() ? "scrambled" : "clear");
                case "servicecount" -> values.put("servcount", value.asText());
                case "type" -> values.put("servtype", value.asText());
                default -> values.put(name, value.isBoolean() ? value.asBoolean() ? "yes" : "no" : value.asText());
            }
        }
    }
}

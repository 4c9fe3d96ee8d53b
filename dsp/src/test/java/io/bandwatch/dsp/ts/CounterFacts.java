package io.bandwatch.dsp.ts;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPcr;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the independent counter measured and what we say, field by field. */
final class CounterFacts {
    /** Intervals between clock references that are within the limit of TR 101 290, 2.3.a; we tell those beyond it. */
    private static final String WITHIN_LIMIT = "pcr_gaps_40_to_100ms";

    private CounterFacts() {}

    static Map<String, String> theirs(JsonNode measured) {
        Map<String, String> facts = new LinkedHashMap<>();
        measured.get("counts").properties().forEach(count -> {
            if (!count.getKey().equals(WITHIN_LIMIT)) {
                facts.put(count.getKey(), count.getValue().asText());
            }
        });
        for (JsonNode service : measured.get("services")) {
            String name = "service " + service.get("id");
            facts.put(name + " pmt_pid", service.get("pmt_pid").asText());
            if (!service.get("name").isNull()) {
                facts.put(name + " name", service.get("name").asText());
                facts.put(name + " provider", service.get("provider").asText());
            }
            facts.put(
                    name + " components",
                    Integer.toString(service.get("streams").size()));
            for (JsonNode stream : service.get("streams")) {
                String kind = stream.get("type").asText();
                boolean decoded = kind.equals("video") || kind.equals("audio");
                int pid = Integer.decode(stream.get("pid").asText());
                facts.put(name + " pid " + pid, decoded ? stream.get("codec").asText() : "listed");
            }
        }
        facts.put("services", Integer.toString(measured.get("services").size()));
        return facts;
    }

    static Map<String, String> ours(TsObservation end) {
        Map<String, String> facts = new LinkedHashMap<>(counts(end));
        facts.put("sections_by_table_id_hex", sections(end));
        facts.put("services", Integer.toString(end.services().length));
        long maps = Stream.of(end.services())
                .filter(service -> service.pmtPid() >= 0)
                .count();
        facts.put("pmts_in_pat", Long.toString(maps));
        for (TsService service : end.services()) {
            String name = "service " + service.serviceId();
            facts.put(name + " pmt_pid", Integer.toString(service.pmtPid()));
            facts.put(name + " name", String.valueOf(service.name()));
            facts.put(name + " provider", String.valueOf(service.provider()));
            facts.put(name + " components", Integer.toString(service.components().length));
            for (TsComponent component : service.components()) {
                boolean decoded = component.role() == PidRole.VIDEO || component.role() == PidRole.AUDIO;
                facts.put(
                        name + " pid " + component.pid(),
                        decoded && component.codec() != Codec.OTHER
                                ? component.codec().key()
                                : "listed");
            }
        }
        return facts;
    }

    private static Map<String, String> counts(TsObservation end) {
        TsCounts counts = end.counts();
        Map<String, Long> ours = new LinkedHashMap<>();
        ours.put("packet_size", (long) end.packetBytes());
        ours.put("first_sync_offset", counts.lostBytes());
        ours.put("packets", counts.packets());
        ours.put("sync_losses", counts.syncLosses());
        ours.put("transport_error_indicator", counts.transportErrors());
        ours.put("continuity_errors", counts.continuityErrors());
        ours.put("duplicate_packets", counts.duplicatePackets());
        ours.put("scrambled_packets", counts.scrambledPackets());
        ours.put(
                "scrambled_pids",
                Stream.of(end.pids()).filter(pid -> pid.scrambledPackets() > 0).count());
        ours.put(
                "pids",
                Stream.of(end.pids())
                        .mapToLong(TsPid::packets)
                        .filter(packets -> packets > 0)
                        .count());
        ours.put("null_packets", counts.nullPackets());
        ours.put("pcr_count", Stream.of(end.pcrs()).mapToLong(TsPcr::count).sum());
        ours.put("pcr_jumps_over_100ms_or_backwards", jumps(end));
        ours.put("section_crc_errors", counts.crcErrors());
        Map<String, String> facts = new LinkedHashMap<>();
        ours.forEach((name, value) -> facts.put(name, value.toString()));
        return facts;
    }

    /** A stream with no more than one reference of a PID has no indicator for them, and no jump. */
    private static long jumps(TsObservation end) {
        return Stream.of(end.indicators())
                .filter(count -> count.indicator() == TsIndicator.PCR_DISCONTINUITY_INDICATOR_ERROR)
                .mapToLong(TsIndicatorCount::count)
                .sum();
    }

    private static String sections(TsObservation end) {
        Map<Integer, Long> byTable = new TreeMap<>();
        for (TsTable table : end.tables()) {
            byTable.merge(table.tableId(), table.sections(), Long::sum);
        }
        return byTable.entrySet().stream()
                .map(table -> "%02X:%d".formatted(table.getKey(), table.getValue()))
                .collect(Collectors.joining(" "));
    }
}

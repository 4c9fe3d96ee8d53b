package io.bandwatch.dsp.ts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPcr;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real recordings against the counts of an independent packet counter, mismatch by mismatch. */
class RecordingsTest {
    /**
     * Where the counter differs, and why. It takes packets with transport_error_indicator for packets like any other, we do
     * not (TR 101 290, indicator 2.1): their numbers, their scrambling and their sections are noise. It takes a packet with
     * the number of the one before for a repetition whatever is in it.
     */
    private static final Map<String, Map<String, String>> EXPLAINED = Map.of(
            "dvbt-crete-ert-heavy-errors",
            Map.of(
                    "continuity_errors", "143 with the damaged packets, 120 without",
                    "duplicate_packets", "both are two damaged or different packets with one number",
                    "scrambled_packets", "all in damaged packets",
                    "scrambled_pids", "all in damaged packets",
                    "pcr_count", "26 in damaged packets",
                    "section_crc_errors", "all 61 in sections with a damaged packet, which are not put together"),
            "dvbt-crete-ert-light-errors",
            Map.of(
                    "continuity_errors", "21 with the damaged packets, 9 without",
                    "duplicate_packets", "both are two damaged packets",
                    "scrambled_packets", "all in damaged packets",
                    "scrambled_pids", "all in damaged packets",
                    "pcr_count", "2 in damaged packets",
                    "section_crc_errors", "all 3 in sections with a damaged packet, which are not put together"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.bandwatch.dsp.ts.TsCaptures#measured")
    void agreesWithTheIndependentCounter(String name) throws IOException {
        TsObservation end = Recordings.last(TsCaptures.bytes(name + ".ts"));
        JsonNode measured = new ObjectMapper()
                .readTree(TsCaptures.file("measured/" + name + ".json").toFile());

        List<String> mismatches = new ArrayList<>();
        Map<String, String> explained = EXPLAINED.getOrDefault(name, Map.of());
        ours(end).forEach((field, value) -> {
            long theirs = measured.get("counts").get(field).asLong();
            if (value != theirs) {
                String reason = explained.get(field);
                System.out.println(name + " " + field + ": ours " + value + ", theirs " + theirs
                        + (reason == null ? ", UNEXPLAINED" : ": " + reason));
                if (reason == null) {
                    mismatches.add(field + ": ours " + value + ", theirs " + theirs);
                }
            }
        });
        compareServices(end, measured.get("services"), mismatches);

        assertThat(mismatches).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dvbt-france2-hd-eac3",
                "dvbt-italy-rai-full-mux",
                "dvbt2-germany-ard-br-626MHz",
                "dvbt-italy-mediaset-psi-only",
                "pat-change-duplicate-pmt",
                "scte35-short"
            })
    void undamagedRecordingShowsNoFaultOfTheFirstTwoPriorities(String name) throws IOException {
        TsObservation end = Recordings.last(TsCaptures.bytes(name + ".ts"));

        assertThat(Stream.of(end.indicators())
                        .filter(count -> count.count() > 0 && count.indicator().priority() < 3))
                .isEmpty();
    }

    @Test
    void agreesWithThePeerOnEveryPid() throws IOException {
        TsObservation end = Recordings.last(TsCaptures.bytes("dvb-france-teletext-epg-audio.ts"));
        JsonNode peer = new ObjectMapper()
                .readTree(TsCaptures.file("reference/test-012.tsp.analyze.json").toFile());
        Map<Integer, TsPid> ours = new TreeMap<>();
        Stream.of(end.pids()).forEach(pid -> ours.put(pid.pid(), pid));

        for (JsonNode theirs : peer.get("pids")) {
            TsPid pid = ours.remove(theirs.get("id").asInt());
            JsonNode packets = theirs.get("packets");
            if (pid == null) {
                assertThat(packets.get("total").asLong())
                        .as("announced, and never sent")
                        .isZero();
            } else {
                assertThat(pid.packets()).isEqualTo(packets.get("total").asLong());
                assertThat(pid.continuityErrors())
                        .isEqualTo(packets.get("discontinuities").asLong());
                assertThat(pid.scrambledPackets())
                        .isEqualTo(packets.get("scrambled").asLong());
                assertThat(pid.role() == PidRole.UNKNOWN)
                        .isEqualTo(theirs.get("unreferenced").asBoolean());
            }
        }
        assertThat(ours).isEmpty();
    }

    @Test
    void agreesWithThePeerOnTheRate() throws IOException {
        TsObservation end = Recordings.last(TsCaptures.bytes("dvbt-france2-hd-eac3.ts"));
        Matcher rate = Pattern.compile("Estimated based on PCR's: \\.+ ([0-9,]+) b/s")
                .matcher(Files.readString(TsCaptures.file("reference/test-026.atis.analyze.txt")));

        assertThat(rate.find()).isTrue();
        double peerBps = Double.parseDouble(rate.group(1).replace(",", ""));
        // The recording is of one service, at no constant rate: the peer leaves out what lies before the first
        // reference and
        // after the last, 36 ms of 1.1 s each at most, where the rate may be a tenth higher.
        assertThat(end.bitrateBps()).isEqualTo(peerBps, within(0.005 * peerBps));
    }

    private static Map<String, Long> ours(TsObservation end) {
        TsCounts counts = end.counts();
        Map<String, Long> ours = new LinkedHashMap<>();
        ours.put("packet_size", (long) end.packetBytes());
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
        ours.put("section_crc_errors", counts.crcErrors());
        return ours;
    }

    /** Where the counter knows no name it had no description table at hand, and we may have one. */
    private static void compareServices(TsObservation end, JsonNode measured, List<String> mismatches) {
        Map<Integer, TsService> ours = new TreeMap<>();
        for (TsService service : end.services()) {
            ours.put(service.serviceId(), service);
        }
        for (JsonNode theirs : measured) {
            TsService service = ours.get(theirs.get("id").asInt());
            if (service == null) {
                mismatches.add("no service " + theirs.get("id"));
                continue;
            }
            compare(
                    "PMT of " + service.serviceId(),
                    service.pmtPid(),
                    theirs.get("pmt_pid").asInt(),
                    mismatches);
            if (!theirs.get("name").isNull()) {
                compare(
                        "name of " + service.serviceId(),
                        service.name(),
                        theirs.get("name").asText(),
                        mismatches);
                compare("provider", service.provider(), theirs.get("provider").asText(), mismatches);
            }
            for (JsonNode stream : theirs.get("streams")) {
                int pid = Integer.decode(stream.get("pid").asText());
                if (Stream.of(service.components()).noneMatch(component -> component.pid() == pid)) {
                    mismatches.add("service " + service.serviceId() + " has no component " + pid);
                }
            }
        }
    }

    private static void compare(String what, @Nullable Object ours, Object theirs, List<String> mismatches) {
        if (!Objects.equals(ours, theirs)) {
            mismatches.add(what + ": ours " + ours + ", theirs " + theirs);
        }
    }
}

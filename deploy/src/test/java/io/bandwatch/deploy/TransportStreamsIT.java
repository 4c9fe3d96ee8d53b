package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real transport streams through the whole job, all in one, against what others measured on them. */
@TestInstance(Lifecycle.PER_CLASS)
class TransportStreamsIT {
    /** The counter's field and ours, and what a damaged packet (transport_error_indicator) adds to the counter's at most. */
    private static final Map<String, Counted> COUNTS = new LinkedHashMap<>(Map.of(
            "packet_size", new Counted("packet_bytes", 0),
            "packets", new Counted("packets", 0),
            "sync_losses", new Counted("sync_losses", 0),
            "transport_error_indicator", new Counted("transport_errors", 0),
            "null_packets", new Counted("null_packets", 0),
            // a number out of order, and the next packet's then seems so too
            "continuity_errors", new Counted("continuity_errors", 2),
            "duplicate_packets", new Counted("duplicate_packets", 1),
            "scrambled_packets", new Counted("scrambled_packets", 1),
            "section_crc_errors", new Counted("crc_errors", 1)));

    private record Counted(String field, int perDamagedPacket) {}

    private final List<JsonNode> streams = new ArrayList<>();
    private final List<JsonNode> services = new ArrayList<>();
    private final List<JsonNode> splices = new ArrayList<>();
    private final List<JsonNode> insertions = new ArrayList<>();
    private final List<String> explained = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();

    @BeforeAll
    void replayAll() throws IOException {
        Replay replay = Replay.of(Stream.concat(
                        Stream.of("replay", "--format", "jsonl"),
                        names().map(name -> Captures.file("ts/" + name + ".ts").toString()))
                .toArray(String[]::new));
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        streams.addAll(replay.records("ts"));
        services.addAll(replay.records("service"));
        splices.addAll(replay.records("splice"));
        insertions.addAll(replay.records("insertion"));
        assertThat(replay.records("summary").get(0).path("services").asInt()).isEqualTo(services.size());
    }

    /** Those that others measured. */
    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Captures.file("ts/measured"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void recordsEqualWhatWasMeasured(String name) throws IOException {
        JsonNode measured = new ObjectMapper()
                .readTree(Captures.file("ts/measured/" + name + ".json").toFile());
        JsonNode stream = streams.stream()
                .filter(record -> record.path("feed").asText().equals(name))
                .findFirst()
                .orElseThrow();
        explained.clear();
        mismatches.clear();
        compareCounts(stream, measured.path("counts"));
        compareServices(
                services.stream()
                        .filter(record -> record.path("feed").asText().equals(name))
                        .toList(),
                measured.path("services"));
        explained.forEach(line -> System.out.println(name + ": " + line));
        mismatches.forEach(line -> System.out.println(name + ": MISMATCH " + line));
        assertThat(mismatches).isEmpty();
    }

    @Test
    void theAuthorisedInsertionStandsInTheRecord() {
        // scte35-80s-with-ad.scte35.txt of the peer: PTS and duration in ticks of 90 kHz
        assertThat(splices)
                .filteredOn(splice -> splice.path("feed").asText().equals("scte35-80s-with-ad"))
                .filteredOn(splice -> !splice.path("repeats").asBoolean())
                .singleElement()
                .satisfies(splice -> {
                    assertThat(splice.path("command").asText()).isEqualTo("splice_insert");
                    assertThat(splice.path("service_id").asInt()).isEqualTo(1);
                    assertThat(splice.path("event_id").asLong()).isEqualTo(255);
                    assertThat(splice.path("out_of_network").asBoolean()).isTrue();
                    assertThat(Math.round(splice.path("pts_time_s").asDouble() * 90_000))
                            .isEqualTo(1_032_000);
                    assertThat(Math.round(splice.path("duration_s").asDouble() * 90_000))
                            .isEqualTo(1_800_000);
                });
    }

    /** The picture changes at 10 s and at 30 s, as the description of the recording says. */
    @Test
    void theAuthorisedInsertionStandsInTheLedger() {
        assertThat(insertions)
                .filteredOn(insertion -> insertion.path("feed").asText().equals("scte35-80s-with-ad"))
                .singleElement()
                .satisfies(insertion -> {
                    assertThat(insertion.path("service_id").asInt()).isEqualTo(1);
                    assertThat(insertion.path("kind").asText()).isEqualTo("splice");
                    assertThat(insertion.path("event").asText()).isEqualTo("255");
                    // times are since the first clock reference, which its multiplexer sends so long before the picture
                    assertThat(secondsOf(insertion, "from")).isCloseTo(10, within(1.5));
                    assertThat(secondsOf(insertion, "to") - secondsOf(insertion, "from"))
                            .isCloseTo(20, within(1e-6));
                });
    }

    private static double secondsOf(JsonNode record, String field) {
        return Duration.between(Instant.EPOCH, Instant.parse(record.path(field).asText()))
                        .toNanos()
                / 1e9;
    }

    /** Of 143 and 21 breaks 23 and 12 are of damaged packets, as are all sections with a wrong CRC. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"dvbt-crete-ert-heavy-errors, 360, 120", "dvbt-crete-ert-light-errors, 36, 9"})
    void damagedPacketsCountAsDamagedAndAsNothingElse(String name, long damaged, long breaks) {
        assertThat(streams)
                .filteredOn(stream -> stream.path("feed").asText().equals(name))
                .singleElement()
                .satisfies(stream -> {
                    assertThat(stream.path("transport_errors").asLong()).isEqualTo(damaged);
                    assertThat(stream.path("continuity_errors").asLong()).isEqualTo(breaks);
                    assertThat(stream.path("crc_errors").asLong()).isZero();
                });
    }

    private void compareCounts(JsonNode ours, JsonNode theirs) {
        long damaged = ours.path("transport_errors").asLong();
        COUNTS.forEach((field, counted) -> compareCount(
                field,
                ours.path(counted.field()).asLong(),
                theirs.path(field).asLong(),
                counted.perDamagedPacket() * damaged));
        long references = 0;
        for (JsonNode pcr : ours.path("pcrs")) {
            references += pcr.path("count").asLong();
        }
        compareCount("pcr_count", references, theirs.path("pcr_count").asLong(), damaged);
        long pids = 0;
        long scrambled = 0;
        for (JsonNode pid : ours.path("pids")) {
            pids += pid.path("packets").asLong() > 0 ? 1 : 0;
            scrambled += pid.path("scrambled_packets").asLong() > 0 ? 1 : 0;
        }
        compareCount("pids", pids, theirs.path("pids").asLong(), damaged);
        compareCount("scrambled_pids", scrambled, theirs.path("scrambled_pids").asLong(), damaged);
    }

    private void compareCount(String what, long ours, long theirs, long mayBeMore) {
        if (ours == theirs) {
            return;
        }
        String line = what + " is " + ours + ", measured " + theirs;
        if (ours < theirs && theirs - ours <= mayBeMore) {
            explained.add(line + ": the counter takes damaged packets for packets like any other");
        } else {
            mismatches.add(line);
        }
    }

    private void compareServices(List<JsonNode> ours, JsonNode theirs) {
        Map<Integer, JsonNode> found = new LinkedHashMap<>();
        ours.forEach(service -> found.put(service.path("service_id").asInt(), service));
        TreeSet<Integer> wanted = new TreeSet<>();
        theirs.forEach(service -> wanted.add(service.path("id").asInt()));
        compare("services", new TreeSet<>(found.keySet()).toString(), wanted.toString());
        for (JsonNode service : theirs) {
            JsonNode own = found.get(service.path("id").asInt());
            if (own != null) {
                compareService("service " + service.path("id"), own, service);
            }
        }
    }

    private void compareService(String where, JsonNode ours, JsonNode theirs) {
        compare(where + ", name", text(ours, "name"), text(theirs, "name"));
        compare(where + ", provider", text(ours, "provider"), text(theirs, "provider"));
        compare(
                where + ", pmt_pid",
                ours.path("pmt_pid").asText(),
                theirs.path("pmt_pid").asText());
        Map<Integer, JsonNode> components = new LinkedHashMap<>();
        ours.path("components")
                .forEach(component -> components.put(component.path("pid").asInt(), component));
        TreeSet<Integer> wanted = new TreeSet<>();
        for (JsonNode stream : theirs.path("streams")) {
            int pid = Integer.decode(stream.path("pid").asText());
            wanted.add(pid);
            JsonNode component = components.get(pid);
            if (component != null) {
                compareCodec(
                        where + ", component " + pid,
                        component,
                        stream.path("codec").asText(""));
            }
        }
        compare(where + ", components", new TreeSet<>(components.keySet()).toString(), wanted.toString());
    }

    /** The prober has its own words, and guesses where it has no sound to look at. */
    private void compareCodec(String where, JsonNode component, String theirs) {
        String codec = component.path("codec").asText();
        String role = component.path("role").asText();
        int type = component.path("stream_type").asInt();
        if (codec.equals(theirs)) {
            return;
        }
        String reason =
                switch (theirs) {
                    case "dvb_teletext" -> role.equals("teletext") ? "its word for teletext" : "";
                    case "dvb_subtitle" -> role.equals("subtitle") ? "its word for subtitles" : "";
                    case "arib_caption", "bin_data" -> role.equals("subtitle") ? "its word for captions" : "";
                    case "scte_35" -> role.equals("scte35") ? "its word for splice information" : "";
                    case "aac" -> codec.equals("aac_latm") && type == 0x11 ? "the coding, not its framing" : "";
                    case "mp3" -> codec.equals("mp2") && (type == 3 || type == 4) ? "a guess: no sound came" : "";
                    case "" -> codec.equals("other") ? "not told: neither sound nor picture" : "";
                    default -> "";
                };
        String line = where + " is " + codec + ' ' + role + ", measured " + theirs;
        (reason.isEmpty() ? mismatches : explained).add(line + ": " + reason);
    }

    private void compare(String what, String ours, String theirs) {
        if (!ours.equals(theirs)) {
            mismatches.add(what + " is " + ours + ", measured " + theirs);
        }
    }

    private static String text(JsonNode record, String field) {
        return record.hasNonNull(field) ? record.get(field).asText() : "";
    }
}

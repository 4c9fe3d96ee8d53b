package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.samples.ts.Multiplex;
import io.bandwatch.samples.ts.PacketStream;
import io.bandwatch.samples.ts.fault.Fault;
import io.bandwatch.samples.ts.fault.FaultKind;
import io.bandwatch.samples.ts.recorded.EncodedMultiplex;
import io.bandwatch.samples.ts.recorded.PlayedRecording;
import io.bandwatch.samples.ts.recorded.Recording;
import io.bandwatch.signal.ts.TsIndicator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults of TR 101 290 at known times, in streams of our own, of an encoder and off the air, through the whole job: one
 * incident for each fault and priority, told in time and closed.
 */
@TestInstance(Lifecycle.PER_CLASS)
class InjectedFaultsIT {
    private static final long SECOND_NS = 1_000_000_000;
    private static final long START_NS = 12 * SECOND_NS + 345_000_000;
    private static final Instant START = Instant.EPOCH.plusNanos(START_NS);

    /** The clear times are 10 s, of the third priority 60 s; a table comes back within ten. */
    private static final long CLEAR_NS = 23 * SECOND_NS;

    private static final long CLEAR_THIRD_NS = 73 * SECOND_NS;

    private static final long TEN_MINUTES_NS = 600 * SECOND_NS;

    /** Of a recording that shows nothing by itself, what it has tables and room for. */
    private static final List<FaultKind> OFF_AIR = List.of(
            FaultKind.SYNC_LOSS,
            FaultKind.PAT_MISSING,
            FaultKind.PMT_MISSING,
            FaultKind.PACKETS_LOST,
            FaultKind.SOUND_MISSING,
            FaultKind.REFERENCE_LATE,
            FaultKind.PTS_MISSING,
            FaultKind.CAT_MISSING);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    private final List<JsonNode> incidents = new ArrayList<>();
    private final List<JsonNode> streams = new ArrayList<>();
    private final List<String> feeds = new ArrayList<>();
    private boolean encoded;
    private boolean offAir;

    @BeforeAll
    void replayAll(@TempDir Path temporary) throws IOException {
        folder = temporary;
        for (FaultKind kind : kinds()) {
            write("own-" + kind, new Multiplex(kind.at(START_NS, Multiplex.TARGETS)), lengthNs(kind));
        }
        List<Fault> losses = Stream.of(0, 3, 6)
                .flatMap(second -> FaultKind.PACKET_LOST.at(START_NS + second * SECOND_NS, Multiplex.TARGETS).stream())
                .toList();
        write("three-losses", new Multiplex(losses), START_NS + CLEAR_NS + 6 * SECOND_NS);
        write("own-clean", new Multiplex(List.of()), TEN_MINUTES_NS);
        encoded = EncodedMultiplex.canBeMade();
        if (encoded) {
            Recording multiplex = EncodedMultiplex.recording(30);
            for (FaultKind kind : kinds()) {
                write("encoded-" + kind, played(multiplex, kind), lengthNs(kind));
            }
            EncodedMultiplex.write(feed("encoded-clean"), 600);
        }
        Path captured = Captures.folder().resolve("ts/dvbt-france2-hd-eac3.ts");
        offAir = Files.exists(captured);
        if (offAir) {
            Recording recording = Recording.of(Files.readAllBytes(captured)).withRoom();
            for (FaultKind kind : OFF_AIR) {
                write("off-air-" + kind, played(recording, kind), lengthNs(kind));
            }
            write("off-air-clean", new PlayedRecording(recording, List.of()), 60 * SECOND_NS);
        }
        Replay replay = Replay.of(Stream.concat(Stream.of("replay", "--format", "jsonl"), feeds.stream())
                .toArray(String[]::new));
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        incidents.addAll(replay.records("incident"));
        streams.addAll(replay.records("ts"));
    }

    /** One for each set of indicators, which is all that the job sees of a fault, and a long one. */
    static List<FaultKind> kinds() {
        Map<Set<TsIndicator>, FaultKind> first = new LinkedHashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            first.putIfAbsent(kind.indicators(), kind);
        }
        List<FaultKind> kinds = new ArrayList<>(first.values());
        kinds.add(FaultKind.PACKETS_LOST);
        return kinds;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aFaultInOurMultiplexIsOneIncidentOfItsPriority(FaultKind kind) {
        assertIncidents("own-" + kind, kind);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aFaultInAMultiplexOfAnEncoderIsOneIncidentOfItsPriority(FaultKind kind) {
        assumeThat(encoded).as("ffmpeg is not installed").isTrue();
        assertIncidents("encoded-" + kind, kind);
    }

    static List<FaultKind> offAir() {
        return OFF_AIR;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offAir")
    void aFaultInAStreamOffTheAirIsOneIncidentOfItsPriority(FaultKind kind) {
        assumeThat(offAir)
                .as("no recordings; name their folder in BANDWATCH_CAPTURES")
                .isTrue();
        assertIncidents("off-air-" + kind, kind);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clean")
    void aCleanMultiplexGivesNoIncident(String feed) {
        assumeThat(streams)
                .extracting(stream -> stream.path("feed").asText())
                .as("what it is made of is not here")
                .contains(feed);
        assertThat(of(feed)).isEmpty();
    }

    static Stream<String> clean() {
        return Stream.of("own-clean", "encoded-clean", "off-air-clean");
    }

    @Test
    void manyErrorsOfOneFaultAreOneIncidentWhereOneForEachWouldBeAFlood() {
        assertThat(errors("own-PACKETS_LOST")).as("incidents of the naive rule").isGreaterThan(50);
        assertThat(of("own-PACKETS_LOST")).hasSize(1);
    }

    @Test
    void lossesInQuickSuccessionAreOneIncidentWhereARuleWithoutClearTimeTellsEach() {
        // three seconds apart: between them are looks that show no error, after which such a rule begins anew
        assertThat(errors("three-losses")).as("incidents of the naive rule").isEqualTo(3);
        assertThat(of("three-losses")).singleElement().satisfies(incident -> {
            assertThat(incident.path("presences")).hasSize(1);
            assertThat(seconds(incident, "opened")).isBetween(0.0, 0.1);
            assertThat(seconds(incident, "closed")).isBetween(6.0, 6.1);
        });
    }

    private void assertIncidents(String feed, FaultKind kind) {
        TreeSet<String> wanted = new TreeSet<>();
        kind.indicators().forEach(indicator -> wanted.add("ts-priority-" + indicator.priority()));
        List<JsonNode> found = of(feed);
        assertThat(found)
                .extracting(incident -> incident.path("kind").asText())
                .as("incidents of " + feed)
                .containsExactlyInAnyOrderElementsOf(wanted);
        double overS = kind.durationNs() * 1e-9;
        assertThat(found).allSatisfy(incident -> {
            assertThat(incident.path("state").asText()).isEqualTo("closed");
            assertThat(incident.path("presences")).hasSize(1);
            // an interval that is too long began with the table before; a packet that is wrong waits for its table;
            // the time of a recording before its first reference is known to some milliseconds
            assertThat(seconds(incident, "opened")).isBetween(counts(kind) ? -0.01 : -10.1, 2.1);
            assertThat(seconds(incident, "raised")).isBetween(0.0, withinS(kind, incident));
            assertThat(seconds(incident, "closed")).isBetween(-0.01, overS + 10.1);
        });
    }

    /** Whether its errors are moments, not intervals. */
    private static boolean counts(FaultKind kind) {
        return kind.indicators().stream().allMatch(indicator -> indicator.measure() == TsIndicator.Measure.COUNT);
    }

    /** The limit of the indicator (TR 101 290, 5.2), a look and a tenth, or the two seconds until a table comes. */
    private static double withinS(FaultKind kind, JsonNode incident) {
        return 1.1
                + kind.indicators().stream()
                        .filter(indicator -> incident.path("kind").asText().endsWith("-" + indicator.priority()))
                        .mapToDouble(indicator -> switch (indicator) {
                            case PID_ERROR, EIT_PF_ERROR -> 5;
                            case NIT_ACTUAL_ERROR,
                                    NIT_OTHER_ERROR,
                                    SDT_OTHER_ERROR,
                                    EIT_OTHER_ERROR,
                                    SI_REPETITION_ERROR -> 10;
                            case TDT_ERROR -> 30;
                            default -> 2;
                        })
                        .min()
                        .orElseThrow();
    }

    private static double seconds(JsonNode incident, String field) {
        return Duration.between(START, Instant.parse(incident.path(field).asText()))
                        .toNanos()
                * 1e-9;
    }

    private List<JsonNode> of(String feed) {
        return incidents.stream()
                .filter(incident ->
                        incident.path("subject").path("feed").asText().equals(feed))
                .toList();
    }

    private long errors(String feed) {
        return streams.stream()
                .filter(stream -> stream.path("feed").asText().equals(feed))
                .findFirst()
                .orElseThrow()
                .path("continuity_errors")
                .asLong();
    }

    private static long lengthNs(FaultKind kind) {
        boolean third = kind.indicators().stream().anyMatch(indicator -> indicator.priority() == 3);
        return START_NS + kind.durationNs() + (third ? CLEAR_THIRD_NS : CLEAR_NS);
    }

    private static PacketStream played(Recording recording, FaultKind kind) {
        return new PlayedRecording(recording, kind.at(START_NS, recording.targets()));
    }

    private Path feed(String name) {
        Path file = folder.resolve(name + ".ts");
        feeds.add(name + '=' + file);
        return file;
    }

    private void write(String name, PacketStream stream, long durationNs) throws IOException {
        byte[] packet = new byte[Multiplex.PACKET_BYTES];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(feed(name)), 1 << 20)) {
            while (stream.timeNs() < durationNs) {
                stream.next(packet, 0);
                out.write(packet);
            }
        }
    }
}

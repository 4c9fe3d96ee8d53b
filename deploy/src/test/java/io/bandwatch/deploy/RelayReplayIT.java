package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carriers that relay a licensed one later than its sound is compared, and others that do not, through the whole job. */
class RelayReplayIT {
    private static final String MUSIC = "audio/music-kevin-macleod-vibe-ace.ogg";
    private static final String SONG = "audio/music-karissa-hobbs-lets-go-fishin.ogg";
    private static final String OTHER = "audio/music-manolo-camp-morning-coffee-40s.flac";
    private static final String ANOTHER = "audio/music-macroform-cold-day-40s.flac";

    /** A minute of music, a song of more than two, other music. */
    private static final List<Part> STATION = List.of(new Part(MUSIC, 61), new Part(SONG, 130), new Part(OTHER, 40));

    /** A minute of music of its own, then the song, 29 s later than the station. */
    private static final List<Part> PIRATE = List.of(new Part(ANOTHER, 40), new Part(OTHER, 20), new Part(SONG, 130));

    private static final String SCENE =
            """
            name: late
            seed: 5
            centre: 98.0 MHz
            rate: 600 kS/s
            duration: 190 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: STATION, frequency: 97.8 MHz, cn: 25 dB, class: broadcast, programme: {file: "%1$s"},
                 programme-start: 30 s}
              - {id: RELAY, frequency: 98.0 MHz, cn: 25 dB, class: unlicensed, programme: {file: "%1$s"}}
              - {id: PIRATE, frequency: 98.2 MHz, cn: 25 dB, class: unlicensed, programme: {file: "%2$s"}}
            """;

    private static final double LATE_S = 30;

    /** The first seconds of a capture. */
    private record Part(String capture, int seconds) {}

    @TempDir
    Path folder;

    @Test
    void aRelayHalfAMinuteLateIsKnownByItsPrintsAndWhoPlaysOneSongOfTheStationIsNoRelay() throws Exception {
        String station = joined("station.flac", STATION).toString();
        Replay replay = replayed(SCENE.formatted(station, joined("pirate.flac", PIRATE)));

        JsonNode relay = carrier(replay, 98_000_000L);
        assertThat(relay.path("verdict").asText()).isEqualTo("relay-not-registered");
        assertThat(codes(relay)).contains("same-prints").doesNotContain("same-programme");
        List<String> arguments = texts(
                relay.path("reasons").get(codes(relay).indexOf("same-prints")).path("arguments"));
        assertThat(arguments.get(0)).isEqualTo("STATION");
        assertThat(Double.parseDouble(arguments.get(1))).isCloseTo(LATE_S, within(0.1));
        assertThat(Double.parseDouble(arguments.get(2))).isBetween(120.0, 160.0);
        assertThat(carrier(replay, 98_200_000L).path("verdict").asText()).isEqualTo("unlicensed");

        // the sound alone, compared within ten seconds, knows it at no time, and mostly takes it for another programme
        List<JsonNode> before = intervals(replay, 98_000_000L).stream()
                .filter(interval -> seconds(interval.path("time")) < 120)
                .toList();
        assertThat(before)
                .hasSize(12)
                .allMatch(interval -> interval.path("verdict").asText().equals("unlicensed"))
                .filteredOn(interval -> codes(interval).contains("other-programme"))
                .hasSizeGreaterThan(6);
        assertThat(intervals(replay, 98_200_000L))
                .allMatch(one -> one.path("verdict").asText().equals("unlicensed"));

        // as of a relay that is known by its sound: the incident is paused, not rewritten
        JsonNode incident = incident(replay, 98_000_000L);
        assertThat(incident.path("state").asText()).isEqualTo("closed");
        assertThat(incident.path("presences")).hasSize(1);
        assertThat(seconds(incident.path("closed"))).isBetween(150.0, 165.0);
        assertThat(incident(replay, 98_200_000L).path("state").asText()).isEqualTo("open");
    }

    private static JsonNode carrier(Replay replay, long channelHz) {
        return carriers(replay, channelHz)
                .filter(one -> !one.path("interval").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> intervals(Replay replay, long channelHz) {
        return carriers(replay, channelHz)
                .filter(one -> one.path("interval").asBoolean())
                .toList();
    }

    private static Stream<JsonNode> carriers(Replay replay, long channelHz) {
        return replay.records("carrier").stream()
                .filter(one -> one.path("channel_hz").asLong() == channelHz);
    }

    private static JsonNode incident(Replay replay, long channelHz) {
        return replay.records("incident").stream()
                .filter(one -> one.path("kind").asText().equals("unlicensed-carrier"))
                .filter(one -> one.path("subject").path("channel_hz").asLong() == channelHz)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(JsonNode record) {
        return StreamSupport.stream(record.path("reasons").spliterator(), false)
                .map(reason -> reason.path("code").asText())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Instant.EPOCH, Instant.parse(time.asText())).toMillis() / 1e3;
    }

    /** Parts of captures one behind the other. */
    private Path joined(String name, List<Part> parts) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        StringBuilder formatted = new StringBuilder();
        StringBuilder behind = new StringBuilder();
        for (Part part : parts) {
            String input = Integer.toString(parts.indexOf(part));
            command.addAll(List.of(
                    "-t",
                    Integer.toString(part.seconds()),
                    "-i",
                    Captures.file(part.capture()).toString()));
            formatted.append("[%1$s:a]aresample=48000,aformat=channel_layouts=stereo[p%1$s];".formatted(input));
            behind.append("[p%s]".formatted(input));
        }
        String filter = formatted.toString() + behind + "concat=n=" + parts.size() + ":v=0:a=1[out]";
        command.addAll(List.of("-filter_complex", filter, "-map", "[out]", file.toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return file;
    }

    private Replay replayed(String scene) throws Exception {
        Path file = Files.writeString(folder.resolve("scene.yaml"), scene);
        RenderedScenario rendered =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--every",
                "10s",
                "--licences",
                folder.resolve("out/late.licences.csv").toString(),
                rendered.recordings().get(0).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        return replay;
    }
}

package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Music with eight seconds of other music in it, by two ways to the job, compared with what should have been on air. */
class ReferenceReplayIT {
    private static final String MUSIC = "audio/music-kevin-macleod-vibe-ace.ogg";
    private static final String FOREIGN = "audio/music-karissa-hobbs-lets-go-fishin.ogg";
    private static final double LATER_S = 6.3;
    private static final double FROM_S = 30;
    private static final double SECONDS = 8;

    /**
     * Later, the first {@code FROM_S}, the foreign part, and what would have come behind it; quieter. A scene plays it in stereo, heard by two ways more
     * (mountains, 2 and 5 km further).
     */
    private static final String SPLICED = "[0:a]aresample=48000,atrim=0:30,asetpts=N/SR/TB[a];"
            + "[1:a]aresample=48000,atrim=40:48,asetpts=N/SR/TB[b];"
            + "[0:a]aresample=48000,atrim=38:61,asetpts=N/SR/TB[c];"
            + "[a][b][c]concat=n=3:v=0:a=1,volume=-4dB,adelay=6300:all=1[out]";

    /** Two seconds of something else, five tones of 800 Hz and one of 1600 Hz, and as much of something else again. */
    private static final String SIGNAL = "[0:a]aresample=48000,aformat=channel_layouts=mono,asplit=2[x][y];"
            + "[1:a]aresample=48000,aformat=channel_layouts=mono,asplit=2[f][g];"
            + "[x]atrim=0:30,asetpts=N/SR/TB[a];[f]atrim=40:42,asetpts=N/SR/TB[b];"
            + "aevalsrc='0.2*sin(2*PI*800*t)*lt(mod(t,1),0.25)*lt(t,5)+0.2*sin(2*PI*1600*t)*gte(t,5)*lt(t,5.5)':s=48000:d=6[t];"
            + "[g]atrim=50:52,asetpts=N/SR/TB[c];[y]atrim=40:61,asetpts=N/SR/TB[d];"
            + "[a][b][t][c][d]concat=n=5:v=0:a=1,volume=-4dB,adelay=6300:all=1[out]";

    private static final String SCENE =
            """
            name: insertion
            seed: 5
            centre: 98.0 MHz
            rate: 600 kS/s
            duration: 60 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - id: STATION
                frequency: 98.0 MHz
                cn: 25 dB
                class: broadcast
                stereo: true
                echo: [{delay: 6 us, amplitude: 0.35, doppler: 0.5 Hz}, {delay: 15 us, amplitude: 0.15, doppler: 0.2 Hz}]
                programme: {file: "%s"}
              - id: OTHER
                frequency: 98.2 MHz
                cn: 25 dB
                class: broadcast
                programme: {music: {seed: 1, style: pop}}
            """;

    private static final String ALERT =
            """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
            <identifier>E-7</identifier><sender>office</sender><sent>2026-05-01T20:00:30+08:00</sent>
            <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
            <info><category>Met</category><event>flood</event>
            <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
            <effective>2026-05-01T20:00:35+08:00</effective>
            <expires>2026-05-01T20:00:45+08:00</expires>
            <parameter><valueName>station</valueName><value>1</value></parameter>
            </info>
            </alert>
            """;

    @TempDir
    Path folder;

    @Test
    void anInsertionIsFoundThroughACodecAndWithoutItNothingIs() throws Exception {
        Path music = Captures.file(MUSIC);
        Path air = made("air.m4a", SPLICED, "-c:a", "aac", "-b:a", "48k");
        Replay replay = Replay.of("replay", "--format", "jsonl", "--reference", music.toString(), air.toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        expectInsertion(inserted(replay), Instant.EPOCH);
        assertThat(replay.records("programme"))
                .as("the reference is not a programme on air")
                .hasSize(1);

        Path clean = made(
                "clean.m4a", "[0:a]adelay=6300:all=1,volume=4dB[out];[1:a]anullsink", "-c:a", "aac", "-b:a", "48k");
        Replay untouched = Replay.of("replay", "--format", "jsonl", "--reference", music.toString(), clean.toString());
        assertThat(inserted(untouched)).isEmpty();
    }

    /** The same sounds, which are a fault without the alert. */
    @Test
    void anEmergencyBroadcastIsNoFaultAndStandsInTheLedger() throws Exception {
        Path air = made("air.m4a", SPLICED, "-c:a", "aac", "-b:a", "48k");
        Path alerts = Files.createDirectory(folder.resolve("alerts"));
        Files.writeString(alerts.resolve("e-7.xml"), ALERT);
        Files.writeString(alerts.resolve("e-8.xml"), ALERT.replace("</info>", ""));
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--start",
                "2026-05-01T20:00:00+08:00",
                "--emergencies",
                alerts.toString(),
                "--reference",
                Captures.file(MUSIC).toString(),
                air.toString());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.err()).contains("left out: " + alerts.resolve("e-8.xml") + ":10: no well-formed XML");
        assertThat(inserted(replay)).isEmpty();
        assertThat(replay.records("insertion")).singleElement().satisfies(insertion -> {
            assertThat(insertion.path("kind").asText()).isEqualTo("emergency");
            assertThat(insertion.path("approval").asText()).isEqualTo("E-7");
            assertThat(insertion.path("from").asText()).isEqualTo("2026-05-01T12:00:35Z");
            assertThat(insertion.path("to").asText()).isEqualTo("2026-05-01T12:00:45Z");
        });
    }

    @Test
    void anInsertionIsFoundInACarrierAndTheOtherCarrierIsLeftAlone() throws Exception {
        Replay replay = transmitted(SPLICED);
        List<JsonNode> inserted = inserted(replay);
        assertThat(inserted)
                .extracting(
                        incident -> incident.path("subject").path("channel_hz").asLong())
                .containsOnly(98_000_000L);
        expectInsertion(
                inserted,
                Instant.parse(replay.records("carrier").get(0).path("time").asText()));
    }

    /** Ten seconds are not what they should be, which {@link #anInsertionIsFoundInACarrierAndTheOtherCarrierIsLeftAlone} tells of eight. */
    @Test
    void theTimeSignalOfAStationIsNoInsertion() throws Exception {
        assertThat(inserted(transmitted(SIGNAL))).isEmpty();
    }

    @Test
    void aReferenceWithoutSoundIsRefused() throws Exception {
        Path nothing = Files.writeString(folder.resolve("nothing.txt"), "no sound");
        Replay replay = Replay.of(
                "replay",
                "--reference",
                nothing.toString(),
                Captures.file(MUSIC).toString());
        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err()).contains("--reference").contains("nothing.txt");
    }

    /** What is told of a carrier with such a sound. */
    private Replay transmitted(String graph) throws Exception {
        Path wav = made("air.wav", graph, "-c:a", "pcm_s16le");
        Path file = Files.writeString(folder.resolve("scene.yaml"), SCENE.formatted(wav));
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);
        Replay replay = Replay.of(
                "replay",
                "--format",
                "jsonl",
                "--reference",
                Captures.file(MUSIC).toString(),
                scene.recordings().get(0).toString());
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        return replay;
    }

    private static List<JsonNode> inserted(Replay replay) throws IOException {
        return replay.records("incident").stream()
                .filter(incident -> incident.path("kind").asText().equals("inserted-content"))
                .toList();
    }

    private static void expectInsertion(List<JsonNode> incidents, Instant begin) {
        assertThat(incidents).hasSize(1);
        JsonNode incident = incidents.get(0);
        assertThat(incident.path("presences")).hasSize(1);
        JsonNode presence = incident.path("presences").get(0);
        double from = seconds(begin, presence.path("from"));
        double to = seconds(begin, presence.path("to"));
        assertThat(from).isCloseTo(LATER_S + FROM_S, within(1.0));
        assertThat(to).isCloseTo(LATER_S + FROM_S + SECONDS, within(1.0));
        assertThat(seconds(begin, incident.path("raised")) - from).isLessThan(8);
        assertThat(incident.path("reasons").get(0).path("code").asText()).isEqualTo("differs-from-reference");
        // coding and transmission take some tens of milliseconds
        assertThat(incident.path("reasons").get(0).path("arguments").get(0).asDouble())
                .isCloseTo(LATER_S, within(0.15));
    }

    private static double seconds(Instant begin, JsonNode time) {
        return Duration.between(begin, Instant.parse(time.asText())).toMillis() / 1e3;
    }

    private Path made(String name, String graph, String... coding) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i"));
        command.add(Captures.file(MUSIC).toString());
        command.add("-i");
        command.add(Captures.file(FOREIGN).toString());
        command.addAll(List.of("-filter_complex", graph, "-map", "[out]"));
        command.addAll(Arrays.asList(coding));
        command.add(file.toString());
        Process ffmpeg = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ffmpeg.log").toFile())
                .start();
        assertThat(ffmpeg.waitFor()).as("ffmpeg makes %s", name).isZero();
        return file;
    }
}

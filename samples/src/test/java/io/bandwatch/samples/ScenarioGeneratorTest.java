package io.bandwatch.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.yaml.ScenarioException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioGeneratorTest {
    private static final String SCENE =
            """
            name: scene
            seed: 5
            centre: 98.0 MHz
            rate: 1 MS/s
            duration: 0.5 s
            format: cs16
            noise: {level: -50 dBFS, slope: 4 dB}
            carriers:
              - id: A
                name: "Radio A, the first"
                frequency: 97.8 MHz
                cn: 25 dB
                class: broadcast
                stereo: true
                error: 500 Hz
                rds: {pi: "C201", ps: "CITY 971", radiotext: "hello", pty: 10}
                programme: {music: {seed: 1, style: pop}}
                on-air: [{to: 0.35 s}]
              - id: B
                frequency: 98.2 MHz
                cn: 20 dB
                class: unlicensed
                programme: {tone: {frequency: 1 kHz, level: -20 dBFS}}
                pre-emphasis: 0 us
                on-air: [{from: 0.1 s, to: 0.2 s}, {from: 0.3 s}]
            """;

    @TempDir
    Path folder;

    @Test
    void givesTheSameBytesEachTime() throws Exception {
        RenderedScenario one = render(SCENE, "one");
        RenderedScenario two = render(SCENE, "two");
        assertThat(one.recordings().get(0))
                .hasSameBinaryContentAs(two.recordings().get(0));
        assertThat(one.truth()).hasSameTextualContentAs(two.truth());
        RenderedScenario other = render(SCENE.replace("seed: 5", "seed: 6"), "other");
        assertThat(Files.mismatch(one.recordings().get(0), other.recordings().get(0)))
                .isNotNegative();
    }

    @ParameterizedTest(name = "{0} in {1} is called {2}")
    @CsvSource({
        "cu8,   raw,   scene-98.0MHz-1.0MSps.cu8,   2",
        "cs8,   raw,   scene-98.0MHz-1.0MSps.cs8,   2",
        "cs16,  raw,   scene-98.0MHz-1.0MSps.cs16,  4",
        "cf32,  raw,   scene-98.0MHz-1.0MSps.cf32,  8",
        "cs16,  wav,   scene_98000000Hz_IQ.wav,     4",
        "cf32,  sigmf, scene-98.0MHz-1.0MSps.sigmf-meta, 8"
    })
    void writesEachFormatUnderTheNameThatReadersUnderstand(String format, String container, String name, int bytes)
            throws Exception {
        RenderedScenario rendered =
                render(SCENE.replace("format: cs16", "format: " + format + "\ncontainer: " + container), "out");
        Path recording = rendered.recordings().get(0);
        assertThat(recording).hasFileName(name);
        Path data = container.equals("sigmf") ? recording.resolveSibling(name.replace("-meta", "-data")) : recording;
        assertThat(data).hasSize(500_000L * bytes + (container.equals("wav") ? 44 : 0));
        // noise of -43 dBFS in all; a carrier 25 dB over -50.8 dBFS for 70 % of the time, one 20 dB over -49.2 dBFS for
        // 60 %: 1.84e-3 + 0.72e-3 + 0.05e-3 is -25.83 dBFS. Rounding to 8 bits is another -56.9 dBFS in 200 kHz, which
        // lifts the carriers by 0.96 and 0.69 dB: -24.95 dBFS
        double dbfs = 10.0 * Math.log10(meanPower(data, format, container.equals("wav") ? 44 : 0));
        assertThat(dbfs).isCloseTo(bytes == 2 ? -24.95 : -25.83, within(0.05));
    }

    @Test
    void eightBitsHaveNoConstantComponent() throws Exception {
        RenderedScenario rendered =
                render(SCENE.replace("format: cs16", "format: cu8").replaceAll("(?s)carriers:.*", ""), "out");
        byte[] bytes = Files.readAllBytes(rendered.recordings().get(0));
        double sum = 0.0;
        for (byte value : bytes) {
            sum += (value & 0xFF) - 127.5;
        }
        // noise of -43 dBFS has 0.64 steps RMS a branch: the mean of a million is known within 0.0007 steps (1 sigma);
        // rounding to whole codes around 128 instead would leave half a step
        assertThat(sum / bytes.length).isCloseTo(0.0, within(0.01));
    }

    @Test
    void carrierToNoiseCountsTheRoundingToEightBits() throws Exception {
        String bare =
                """
                name: bare
                seed: 5
                centre: 98.0 MHz
                rate: 1 MS/s
                duration: 2 s
                format: cu8
                noise: {level: -50 dBFS}
                carriers:
                  - {id: A, frequency: 98.2 MHz, cn: 20 dB, class: unlicensed, unmodulated: true}
                """;
        byte[] bytes = Files.readAllBytes(render(bare, "out").recordings().get(0));
        double a = 0.0;
        double b = 0.0;
        double total = 0.0;
        int count = bytes.length / 2;
        for (int i = 0; i < count; i++) {
            double re = ((bytes[2 * i] & 0xFF) - 127.5) / 127.5;
            double im = ((bytes[2 * i + 1] & 0xFF) - 127.5) / 127.5;
            double angle = 2.0 * Math.PI * 0.2 * i;
            a += (re * Math.cos(angle) + im * Math.sin(angle)) / count;
            b += (im * Math.cos(angle) - re * Math.sin(angle)) / count;
            total += (re * re + im * im) / count;
        }
        double carrier = a * a + b * b;
        // the floor is flat: a fifth of all that is not the carrier lies in 200 kHz. Rounding makes 0.8 dB of it
        double noise = 0.2 * (total - carrier);
        assertThat(10.0 * Math.log10(carrier / noise)).isCloseTo(20.0, within(0.1));
        assertThat(10.0 * Math.log10(noise)).isCloseTo(-49.2, within(0.1));
    }

    @Test
    void writesStartCentreAndRateIntoSigmf() throws Exception {
        RenderedScenario rendered = render(
                SCENE.replace("format: cs16", "format: cu8\ncontainer: sigmf\nstart: 2026-03-14T14:29:00Z"), "out");
        JsonNode meta = json(rendered.recordings().get(0));
        assertThat(meta.at("/global/core:datatype").asText()).isEqualTo("cu8");
        assertThat(meta.at("/global/core:sample_rate").asDouble()).isEqualTo(1e6);
        assertThat(meta.at("/captures/0/core:frequency").asDouble()).isEqualTo(98e6);
        assertThat(meta.at("/captures/0/core:datetime").asText()).isEqualTo("2026-03-14T14:29:00Z");
    }

    @Test
    void tellsTheTruthOfCarriersAndIncidents() throws Exception {
        JsonNode truth = json(render(SCENE, "out").truth());
        JsonNode a = truth.at("/stations/0");
        assertThat(a.path("frequency_hz").asDouble()).isEqualTo(97_800_500.0);
        assertThat(a.path("cn_db_in_200kHz").asDouble()).isEqualTo(25.0);
        assertThat(a.path("pi_hex").asText()).isEqualTo("C201");
        assertThat(a.path("on_air_s").toString()).isEqualTo("[[0.0,0.35]]");
        assertThat(truth.at("/stations/1/licensed").asBoolean()).isFalse();
        JsonNode lost = truth.at("/incidents/0");
        assertThat(lost.path("kind").asText()).isEqualTo("carrier-lost");
        assertThat(lost.path("opened_s").asDouble()).isEqualTo(0.35);
        JsonNode unlicensed = truth.at("/incidents/1");
        assertThat(unlicensed.path("kind").asText()).isEqualTo("unlicensed-carrier");
        assertThat(unlicensed.path("presences").toString())
                .isEqualTo("[{\"from_s\":0.1,\"to_s\":0.2},{\"from_s\":0.3,\"to_s\":0.5}]");
    }

    @Test
    void whatTheReceiverLosesIsNotInTheTimesOfTheTruth() throws Exception {
        String lossy = SCENE + "receiver: {dropped: [{at: 0.15 s, length: 50 ms}]}\n";
        RenderedScenario rendered = render(lossy, "out");
        assertThat(rendered.recordings().get(0)).hasSize(4L * 450_000);
        JsonNode truth = json(rendered.truth());
        assertThat(truth.path("duration_s").asDouble()).isEqualTo(0.45);
        JsonNode presences = truth.at("/incidents/1/presences");
        // off at 0.2 s on the air: all of the loss is before that
        assertThat(presences.at("/0/to_s").asDouble()).isCloseTo(0.15, within(1e-9));
        assertThat(presences.at("/1/from_s").asDouble()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void registerHoldsTheRegisteredAndApprovedMaintenanceExcuses() throws Exception {
        RenderedScenario plain = render(SCENE, "plain");
        assertThat(plain.maintenance()).isNull();
        assertThat(Files.readAllLines(plain.licences()))
                .containsExactly(
                        "id,name,frequency_mhz,class,site,latitude,longitude,erp_w,stereo,pi,ps,programme,hours,"
                                + "valid_from,valid_to,approval",
                        "A,\"Radio A, the first\",97.8,broadcast,,,,,true,C201,CITY 971,,,,,");
        String planned = SCENE + "start: 2026-03-14T14:29:00Z\n"
                + "maintenance: [{station: A, from: 0.3 s, to: 2 s, approval: 7/2026, reason: aerial}]\n";
        RenderedScenario excused = render(planned, "excused");
        assertThat(Files.readAllLines(Objects.requireNonNull(excused.maintenance())))
                .containsExactly(
                        "station_or_service,from,to,approval,reason",
                        "A,2026-03-14T14:29:00.300Z,2026-03-14T14:29:02Z,7/2026,aerial");
        assertThat(json(excused.truth()).path("incidents")).hasSize(1);
    }

    @Test
    void modulatesToTheDeviationOfTheTone() throws Exception {
        String tone = SCENE.replace("cn: 20 dB", "cn: 60 dB")
                .replaceAll("(?s)  - id: A.*(?=  - id: B)", "")
                .replace("-20 dBFS", "-6.0206 dBFS")
                .replace("level: -50", "level: -80");
        Path recording = render(tone.replace("format: cs16", "format: cf32"), "out")
                .recordings()
                .get(0);
        ByteBuffer samples = ByteBuffer.wrap(Files.readAllBytes(recording)).order(ByteOrder.LITTLE_ENDIAN);
        double sum = 0.0;
        int count = 0;
        for (int i = 350_001; i < 450_000; i++) {
            double turns = phase(samples, i) - phase(samples, i - 1);
            double hz = (turns - Math.rint(turns)) * 1e6 - 200_000.0;
            sum += hz * hz;
            count++;
        }
        // half of full scale, 95 % of 75 kHz: 35.6 kHz peak; noise at this C/N adds less than 1 kHz RMS
        assertThat(Math.sqrt(2.0 * sum / count)).isCloseTo(35_625.0, within(400.0));
    }

    @Test
    void saysHowFarItIs() throws Exception {
        List<Double> heard = new ArrayList<>();
        Scenario scenario = Scenario.read(write(SCENE.replace("0.5 s\nformat", "1.5 s\nformat")));
        new ScenarioGenerator(scenario).render(folder, (doneS, durationS) -> heard.add(doneS / durationS));
        assertThat(heard).containsExactly(1.0 / 1.5, 1.0);
    }

    @Test
    void complainsInOneLineOfAFolderThatCannotBe() throws Exception {
        Path file = write(SCENE);
        assertThatThrownBy(() ->
                        new ScenarioGenerator(Scenario.read(file)).render(file.resolve("x"), ProgressListener.SILENT))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("cannot be written")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void randomScenesAreAFunctionOfTheirSeed() {
        assertThat(RandomScenes.carriers(3, 0.0, 1.0)).isEqualTo(RandomScenes.carriers(3, 0.0, 1.0));
        assertThat(RandomScenes.carriers(3, 0.0, 1.0)).isNotEqualTo(RandomScenes.carriers(4, 0.0, 1.0));
        assertThat(RandomScenes.empty(3, 1.0).carriers()).isEmpty();
        assertThat(RandomScenes.onset(3, 10.0, 3.0)
                        .carriers()
                        .get(0)
                        .onAir()
                        .get(0)
                        .fromS())
                .isBetween(1.0, 2.0);
    }

    private RenderedScenario render(String text, String name) throws Exception {
        return new ScenarioGenerator(Scenario.read(write(text))).render(folder.resolve(name), ProgressListener.SILENT);
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("scene.yaml"), text);
    }

    private static JsonNode json(Path file) throws Exception {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static double phase(ByteBuffer samples, int index) {
        return Math.atan2(samples.getFloat(8 * index + 4), samples.getFloat(8 * index)) / (2.0 * Math.PI);
    }

    private static double meanPower(Path file, String format, int header) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(header);
        double sum = 0.0;
        int count = 0;
        while (bytes.hasRemaining()) {
            double value =
                    switch (format) {
                        case "cu8" -> ((bytes.get() & 0xFF) - 127.5) / 127.5;
                        case "cs8" -> bytes.get() / 128.0;
                        case "cs16" -> bytes.getShort() / 32768.0;
                        default -> bytes.getFloat();
                    };
            sum += value * value;
            count++;
        }
        return 2.0 * sum / count;
    }
}

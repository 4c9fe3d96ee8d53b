package io.bandwatch.samples.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.dsp.synth.Transmission;
import io.bandwatch.samples.yaml.ScenarioException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReadingTest {
    private static final String GOOD =
            """
            seed: 5
            centre: 98.0 MHz
            rate: 2.4 MS/s
            duration: 1.5 s
            format: cs16
            container: sigmf
            start: 2026-03-14T14:29:00Z
            noise: {density: -98 dBFS/Hz, slope: 3 dB, impulses: {rate: 5 Hz, level: -6 dBFS}}
            receiver:
              imbalance: {gain: 0.5 dB, phase: 2 deg}
              spurs: [{frequency: 98.4 MHz, level: -50 dBFS}]
              dropped: [{at: 0.5 s, length: 20 ms}]
            carriers:
              - id: A
                frequency: 97.1 MHz
                cn: 30 dB
                class: broadcast
                stereo: true
                rds: {pi: "C201", ps: "CITY 971", pty: 10}
                programme: {tone: {frequency: 1 kHz, level: -6 dBFS}}
                drift: 2 Hz/s
                echo: [{delay: 6 us, amplitude: 0.35, doppler: 0.5 Hz}]
              - id: B
                frequency: 98.3 MHz
                cn: 12 dB
                class: unlicensed
                unmodulated: true
                on-air: [{from: 0.2 s, to: 0.6 s}, {from: 1 s}]
            maintenance:
              - {station: A, from: 0.1 s, to: 0.2 s, approval: "7/2026", reason: aerial}
            """;

    private static final String CHANGING =
            """
            gain: 6 dB
                levels: [{at: 0.3 s, gain: -10 dB}, {at: 0.6 s, gain: 2 dB}]
                register: {pi: "C2FF", power: 100 W}
                changes:
                  - {at: 0.4 s, channels: inverted}
                  - {at: 0.8 s, stereo: false, deviation: 50 kHz}
            """;

    @TempDir
    Path folder;

    @Test
    void readsQuantitiesInTheirUnits() throws Exception {
        Scenario scenario = read(GOOD);
        assertThat(scenario.centerHz()).isEqualTo(98e6);
        assertThat(scenario.sampleRateHz()).isEqualTo(2.4e6);
        assertThat(scenario.floor().densityDbfsPerHz()).isEqualTo(-98.0);
        assertThat(scenario.faults().imbalanceDeg()).isEqualTo(2.0);
        assertThat(scenario.faults().spurs().get(0).offsetHz()).isEqualTo(4e5);
        assertThat(scenario.faults().impulsesPerS()).isEqualTo(5.0);
        // 20 ms of 1.5 s are lost
        assertThat(scenario.samples()).isEqualTo(3_552_000);
        ScenarioCarrier station = scenario.carriers().get(0);
        assertThat(station.registered()).isTrue();
        assertThat(station.multiplex().pilotHz()).isEqualTo(6_750.0);
        assertThat(station.driftHzPerS()).isEqualTo(2.0);
        assertThat(station.paths().echoes().get(0).delayS()).isEqualTo(6e-6);
        assertThat(scenario.carriers().get(1).registered()).isFalse();
        assertThat(scenario.carriers().get(1).onAir()).hasSize(2);
    }

    @ParameterizedTest(name = "line {2}: {0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "rate: 2.4 MS/s       | rate: 2400000          | 3  | rate: '2400000' has no unit",
                "rate: 2.4 MS/s       | rate: 30 MS/s          | 3  | rate: must be 240 kS/s to 25 MS/s",
                "centre: 98.0 MHz     | center: 98.0 MHz       | 1  | centre: is missing",
                "seed: 5              | sede: 5                | 1  | sede: is an unknown key; use one of ",
                "seed: 5              | seed: five             | 1  | seed: 'five' is not a number",
                "seed: 5              | centre: 98.0 MHz       | 2  | the key 'centre' stands twice",
                "duration: 1.5 s      | duration: 0 s          | 4  | duration: must be above 0 s",
                "format: cs16         | format: cs12           | 5  | format: 'cs12' is none of cu8, cs8, cs16, cf32",
                "start: 2026-03-14T14:29:00Z | start: yesterday | 7  | start: Text 'yesterday'",
                "phase: 2 deg         | phase: 2               | 10 | receiver.imbalance.phase: '2' has no unit",
                "-98 dBFS/Hz          | -98 dBFS               | 8  | noise.density: '-98 dBFS' must end in '/Hz'",
                "frequency: 97.1 MHz  | frequency: 97.1        | 15 | carriers[0].frequency: '97.1' has no unit",
                "frequency: 97.1 MHz  | frequency: 90 MHz      | 15 | carriers[0].frequency: lies outside the band",
                "class: broadcast     | class: pirate          | 17 | carriers[0].class: 'pirate' is none of broadcast",
                "stereo: true         | stereo: yes            | 18 | carriers[0].stereo: must be true or false",
                "\"C201\"             | \"C2011\"              | 19 | carriers[0].rds.pi: 'C2011' must be four hexadecimal",
                "\"CITY 971\"         | \"CITY RADIO\"         | 19 | carriers[0].rds.ps: programmeService must be at most 8",
                "drift: 2 Hz/s        | drift: 2 Hz            | 21 | carriers[0].drift: '2 Hz' must end in '/s'",
                "amplitude: 0.35      | amplitude: 3.5         | 22 | carriers[0].echo[0].delay: an echo needs",
                "id: B                | id: A                  | 23 | carriers[1].id: 'A' stands twice",
                "{from: 1 s}          | {from: 0.5 s}          | 28 | carriers[1].on-air[1].from: spans must be in order",
                "class: unlicensed    | registered: maybe      | 23 | carriers[1].class: is missing",
                "{station: A,         | {station: C,           |    | maintenance: names no carrier: 'C'"
            })
    void namesFileLineKeyAndRemedyOfWhatIsWrong(String good, String bad, String line, String complaint) {
        assertThat(GOOD).contains(good.strip());
        String broken = GOOD.replaceFirst(Pattern.quote(good.strip()), bad.strip());
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith(folder.resolve("scene.yaml") + ":" + (line == null ? "" : line + ":"))
                .hasMessageFindingMatch(":\\d+:\\d+: ")
                .hasMessageContaining(complaint.strip())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() throws Exception {
        ScenarioCarrier station =
                read(GOOD.replace("drift: 2 Hz/s", CHANGING)).carriers().get(0);
        assertThat(station.levels()).extracting(Transmission.LevelStep::gainDb).containsExactly(-10.0, 2.0);
        Output inverted = station.changes().get(0).output();
        assertThat(inverted).isEqualTo(station.output().through(Channels.INVERTED));
        Output mono = station.changes().get(1).output();
        assertThat(mono.channels()).isEqualTo(Channels.INVERTED);
        assertThat(mono.gainDb()).isEqualTo(6.0);
        assertThat(mono.multiplex().pilotHz()).isZero();
        assertThat(mono.multiplex().rds()).isEqualTo(station.multiplex().rds());
        // the row follows what is sent but for what it says itself
        assertThat(station.row()).isEqualTo(new RegisterRow(97.1e6, 100.0, true, "C2FF", "CITY 971"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "changes: [{at: 2 s, stereo: false}] | changes must be in order, after 0 s and before the end",
                "levels: [{at: 1 s, gain: 1 dB}, {at: 0.5 s, gain: 1 dB}] | steps must be in order",
                "register: {power: 100} | '100' has no unit",
                "overrides: A | 'A' overrides no other carrier",
                "changes: [{at: 1 s, sterio: false}] | is an unknown key"
            })
    void aChangeOutOfOrderOrWithoutUnitIsNamed(String key, String complaint) {
        assertThatThrownBy(() -> read(GOOD.replace("drift: 2 Hz/s", key)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void saysInOneLineWhatIsNoYamlAndWhatIsNotThere() {
        assertThatThrownBy(() -> read("seed: [1, 2"))
                .isInstanceOf(ScenarioException.class)
                .message()
                .contains("is no YAML")
                .doesNotContain("\n");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Scenario.read(folder.resolve("nowhere.yaml")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void hashFollowsEverythingThatDecidesTheBytes() throws Exception {
        String hash = read(GOOD).hash();
        assertThat(read(GOOD).hash()).isEqualTo(hash).hasSize(64);
        assertThat(read(GOOD.replace("seed: 5", "seed: 6")).hash()).isNotEqualTo(hash);
        assertThat(read(GOOD.replace("0.35", "0.36")).hash()).isNotEqualTo(hash);
        assertThat(read("# a comment\n" + GOOD).hash()).isEqualTo(hash);
    }

    @Test
    void hashFollowsTheSoundFileToo() throws Exception {
        String withFile = GOOD.replace("{tone: {frequency: 1 kHz, level: -6 dBFS}}", "{file: sound.wav}");
        Files.writeString(folder.resolve("sound.wav"), "one");
        String hash = read(withFile).hash();
        Files.writeString(folder.resolve("sound.wav"), "two");
        assertThat(read(withFile).hash()).isNotEqualTo(hash);
    }

    private Scenario read(String text) throws Exception {
        Path file = folder.resolve("scene.yaml");
        Files.writeString(file, text);
        return Scenario.read(file);
    }
}

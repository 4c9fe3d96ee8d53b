package io.bandwatch.samples.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.samples.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a scenario alone, against what the rules for verdicts say in so many words. */
class TruthFileTest {
    private static final String STATION = "{id: A, frequency: 98.0 MHz, cn: 30 dB, class: broadcast, stereo: true,"
            + " programme: {music: {seed: 1}}%s}";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            error: 1.8 kHz                                      | licensed
            error: 4 kHz                                        | licensed-out-of-parameters
            error: 2.5 kHz                                      | licensed
            error: 2.5 kHz, register: {power: 100 W}            | licensed-out-of-parameters
            deviation: 100 kHz                                  | licensed-out-of-parameters
            'rds: {pi: "C201", ps: "ONE"}'                      | licensed
            'rds: {pi: "C201", ps: "ONE"}, register: {pi: "C202"}' | licensed-out-of-parameters
            register: {frequency: 98.0 MHz}                     | licensed
            registered: false                                   | unlicensed
            registered: false, 'on-air': [{from: 7 s}]          | undetermined
            """)
    void aStationIsHeldToItsRow(String change, String verdict) throws Exception {
        JsonNode truth = truth(8, "", STATION.formatted(", " + change.replace("'", "")));
        assertThat(truth.at("/stations/0/verdict").asText()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} s late: {1}")
    @CsvSource({"0, relay-not-registered", "9.5, relay-not-registered", "11, unlicensed"})
    void theSameProgrammeWithinTenSecondsMakesARelay(double delayS, String verdict) throws Exception {
        JsonNode truth = truth(
                8,
                "",
                STATION.formatted(", programme-start: 20 s"),
                "{id: B, frequency: 98.3 MHz, cn: 20 dB, class: unlicensed, programme: {music: {seed: 1}},"
                        + " programme-start: " + (20 - delayS) + " s}");
        assertThat(truth.at("/stations/1/verdict").asText()).isEqualTo(verdict);
        assertThat(incidents(truth))
                .containsExactlyElementsOf(
                        verdict.equals("unlicensed") ? List.of("unlicensed-carrier B at 0.0") : List.of());
    }

    @ParameterizedTest(name = "{0} s late in {1} s: {2}")
    @CsvSource({"40, 180, relay-not-registered", "40, 170, unlicensed", "200, 390, unlicensed"})
    void aLaterRelayIsOneInASceneThatIsLongEnoughToShowIt(double delayS, int durationS, String verdict)
            throws Exception {
        JsonNode truth = truth(
                durationS,
                "",
                STATION.formatted(", programme-start: " + delayS + " s"),
                "{id: B, frequency: 98.3 MHz, cn: 20 dB, class: unlicensed, programme: {music: {seed: 1}}}");
        assertThat(truth.at("/stations/1/verdict").asText()).isEqualTo(verdict);
    }

    @Test
    void aStationThatIsTalkedOverNeedNotBeFoundAndIsTheOneThatSuffers() throws Exception {
        JsonNode truth = truth(
                12,
                "",
                STATION.formatted(""),
                "{id: P, frequency: 98.0 MHz, cn: 42 dB, class: unlicensed, overrides: A, error: 1 kHz,"
                        + " programme: {music: {seed: 1}}, on-air: [{from: 6 s}]}");
        assertThat(truth.at("/stations/0/covered").asBoolean()).isTrue();
        // the same programme or not: who transmits on another's frequency is no relay
        assertThat(truth.at("/stations/1/verdict").asText()).isEqualTo("unlicensed");
        assertThat(incidents(truth)).containsExactly("programme-mismatch A at 6.0");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {at: 4 s, unmodulated: true}                          | 12 | unmodulated-carrier A at 4.0
            {at: 4 s, programme: {silence: true}}                 | 12 | silence A at 4.0
            {at: 4 s, programme: {silence: true}, stereo: false}  | 12 | unmodulated-carrier A at 4.0
            {at: 4 s, channels: inverted}                         | 15 | phase-inverted A at 4.0
            {at: 4 s, channels: inverted}                         | 12 |
            {at: 4 s, channels: mono}                             | 70 | mono A at 4.0
            {at: 4 s, channels: mono}                             | 60 |
            {at: 4 s, deviation: 100 kHz}                         | 12 | over-deviation A at 4.0
            """)
    void whatGoesWrongLaterIsAnIncidentFromThenOn(String change, int durationS, String incident) throws Exception {
        JsonNode truth = truth(durationS, "", STATION.formatted(", changes: [" + change + "]"));
        assertThat(incidents(truth)).containsExactlyElementsOf(incident == null ? List.of() : List.of(incident));
    }

    @ParameterizedTest(name = "{0} distant stations from {1} s on")
    @CsvSource({"5, 6, true", "4, 6, false", "5, 3, false"})
    void fiveAtOnceAfterAWhileAreAnOpening(int count, double fromS, boolean opening) throws Exception {
        String[] distant = new String[count];
        for (int i = 0; i < count; i++) {
            distant[i] = "{id: F" + i + ", frequency: " + (97.1 + 0.2 * i)
                    + " MHz, cn: 20 dB, class: foreign, registered:" + " false, programme: {music: {seed: " + i
                    + "}}, on-air: [{from: " + (fromS + 0.1 * i) + " s}]}";
        }
        JsonNode truth = truth(12, "", distant);
        assertThat(truth.at("/stations/0/verdict").asText()).isEqualTo(opening ? "undetermined" : "unlicensed");
        assertThat(incidents(truth).contains("propagation-event opening at " + fromS))
                .isEqualTo(opening);
    }

    @Test
    void productsAndImagesLieWhereArithmeticPutsThem() throws Exception {
        String receiver = "receiver: {intercept: 0 dBFS, imbalance: {gain: 0.2 dB}}";
        JsonNode artefacts = truth(
                        8,
                        receiver,
                        "{id: X, frequency: 98.3 MHz, cn: 50 dB, class: broadcast, programme: {music: {seed: 1}}}",
                        "{id: Y, frequency: 98.7 MHz, cn: 50 dB, class: broadcast, programme: {music: {seed: 2}}}")
                .path("artefacts");
        // carriers of -20 dBFS each, intercept 0 dBFS: products of -60 dBFS, 10 dB above the noise; 0.2 dB of imbalance
        // reject the image by 38.8 dB, which leaves 11.2 dB
        assertThat(artefacts).hasSize(4);
        assertThat(artefacts.findValuesAsText("kind")).containsExactly("image", "image", "third-order", "third-order");
        assertThat(artefacts.findValuesAsText("frequency_hz")).containsExactly("9.73E7", "9.77E7", "9.79E7", "9.91E7");
        assertThat(artefacts.at("/0/snr_db").asDouble()).isCloseTo(11.2, within(0.1));
        assertThat(artefacts.at("/3/snr_db").asDouble()).isCloseTo(10.0, within(0.1));
    }

    private JsonNode truth(int durationS, String receiver, String... carriers) throws Exception {
        String yaml = "centre: 98.0 MHz\nrate: 2.4 MS/s\nformat: cs16\nduration: " + durationS
                + " s\nnoise: {level: -70 dBFS}\n" + receiver + "\ncarriers:\n  - " + String.join("\n  - ", carriers)
                + "\n";
        Scenario scenario = Scenario.read(Files.writeString(folder.resolve("scene.yaml"), yaml));
        return new ObjectMapper().readTree(new TruthFile(scenario, "r").json());
    }

    private static List<String> incidents(JsonNode truth) {
        List<String> told = new ArrayList<>();
        for (JsonNode incident : truth.path("incidents")) {
            if (incident.path("required").asBoolean(true)) {
                told.add(incident.path("kind").asText() + " "
                        + incident.path("station").asText() + " at "
                        + incident.path("opened_s").asText());
            }
        }
        return told;
    }
}

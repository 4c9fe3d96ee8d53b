package io.bandwatch.samples.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.samples.yaml.ScenarioException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {
    private static final String TRUTH =
            """
            {"recording": "night.cu8", "start": "2026-03-14T14:00:00Z", "duration_s": 60,
             "expect_no_carrier_below_db": -3,
             "stations": [
              {"id": "A", "licensed": true, "verdict": "licensed", "frequency_hz": 97100000,
               "cn_db_in_200kHz": 30, "on_air_s": [[0, 40]]},
              {"id": "B", "licensed": false, "verdict": "unlicensed", "frequency_hz": 98330000,
               "cn_db_in_200kHz": 12, "on_air_s": [[10, 20], [30, 60]]},
              {"id": "FAINT", "licensed": false, "verdict": "unlicensed", "frequency_hz": 98900000,
               "cn_db_in_200kHz": -9, "on_air_s": [[0, 60]]}],
             "incidents": [
              {"kind": "unlicensed-carrier", "station": "B", "frequency_hz": 98330000, "opened_s": 10,
               "presences": [{"from_s": 10, "to_s": 20}, {"from_s": 30, "to_s": 60}]},
              {"kind": "carrier-lost", "station": "A", "frequency_hz": 97100000, "opened_s": 40}]}
            """;
    private static final String CARRIER_A = carrier(97_100_000, 97_100_040, 29.5, "licensed");
    private static final String CARRIER_B = carrier(98_300_000, 98_329_800, 12.4, "unlicensed");
    private static final String INCIDENT_B = incident("unlicensed-carrier", 98_300_000, "14:00:10.2", "14:00:12.4", 2);
    private static final String INCIDENT_A = incident("carrier-lost", 97_100_000, "14:00:40", "14:00:42.2", 0);

    @TempDir
    Path folder;

    @Test
    void aRightResultIsPerfectAndItsErrorsAreMeasured() throws Exception {
        Score score = score(TRUTH, CARRIER_A, CARRIER_B, INCIDENT_B, INCIDENT_A);
        assertThat(score.isPerfect()).isTrue();
        assertThat(score.carriers().expected()).isEqualTo(2);
        assertThat(score.carriers().recall()).isEqualTo(1.0);
        assertThat(score.frequencyErrorHz().mean()).isEqualTo(120.0);
        assertThat(score.frequencyErrorHz().largest()).isEqualTo(200.0);
        assertThat(score.cnErrorDb().largest()).isCloseTo(0.5, within(1e-9));
        assertThat(score.openedErrorS().mean()).isCloseTo(0.1, within(1e-9));
        assertThat(score.delayS().mean()).isCloseTo(2.3, within(1e-9));
        assertThat(score.delayS().largest()).isCloseTo(2.4, within(1e-9));
    }

    @Test
    void aCarrierOneChannelOffIsMissedAndFalse() throws Exception {
        Score score = score(TRUTH, carrier(97_200_000, 97_200_000, 30, "licensed"), CARRIER_B, INCIDENT_B, INCIDENT_A);
        assertThat(score.isPerfect()).isFalse();
        assertThat(score.carriers().missed()).containsExactly("A 97.1000 MHz");
        assertThat(score.carriers().invented()).containsExactly("97.2000 MHz");
        assertThat(score.carriers().precision()).isEqualTo(0.5);
        assertThat(score.carriers().recall()).isEqualTo(0.5);
    }

    @Test
    void theNearestAloneWouldCallTheWrongChannelFound() {
        List<Double> expected = List.of(97.1e6, 98.33e6);
        List<Double> found = List.of(97.2e6, 98.33e6);
        assertThat(Matching.nearest(expected, found, (e, f) -> Math.abs(e - f), Double.MAX_VALUE)
                        .missed())
                .isEmpty();
        assertThat(Matching.nearest(expected, found, (e, f) -> Math.abs(e - f), 50e3)
                        .missed())
                .containsExactly(97.1e6);
    }

    @Test
    void oneIncidentTooManyAndOnePresenceTooFewAreTold() throws Exception {
        Score score = score(
                TRUTH,
                CARRIER_A,
                CARRIER_B,
                incident("unlicensed-carrier", 98_300_000, "14:00:10.2", "14:00:12.4", 1),
                incident("unlicensed-carrier", 98_300_000, "14:00:30", "14:00:32", 1),
                INCIDENT_A);
        assertThat(score.isPerfect()).isFalse();
        assertThat(score.incidents().invented())
                .containsExactly("unlicensed-carrier 98.3298 MHz from 2026-03-14T14:00:30Z");
        assertThat(score.wrongPresences()).containsExactly("unlicensed-carrier B has 2 presences, found 1");
        // the earlier of the two is the one that was meant
        assertThat(score.openedErrorS().largest()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void aMissedIncidentAndAWrongVerdictAreTold() throws Exception {
        Score score = score(TRUTH, carrier(97_100_000, 97_100_000, 30, "unlicensed"), CARRIER_B, INCIDENT_B);
        assertThat(score.incidents().missed()).containsExactly("carrier-lost A");
        assertThat(score.wrongVerdicts()).containsExactly("A 97.1000 MHz is licensed, found unlicensed");
        assertThat(score.confusion().get("licensed")).containsEntry("unlicensed", 1);
        assertThat(score.toTable()).contains("missed incident: carrier-lost A", "wrong verdict: A 97.1000 MHz");
    }

    @Test
    void neitherArtefactsNorIntervalsNorAFaintStationCount() throws Exception {
        Score score = score(
                TRUTH,
                CARRIER_A,
                CARRIER_B,
                carrier(98_000_000, 98_000_000, 20, "artefact"),
                CARRIER_A.replace("\"feed\"", "\"interval\": true, \"feed\""),
                carrier(98_900_000, 98_900_100, -8, "unlicensed"),
                INCIDENT_B,
                INCIDENT_A);
        assertThat(score.isPerfect()).isTrue();
        assertThat(score.weakCarriersFound()).isOne();
        assertThat(score.toTable()).contains("and 1 carriers too weak");
    }

    @Test
    void aStationCalledAnArtefactIsAWrongVerdictAndNoMiss() throws Exception {
        Score score = score(TRUTH, carrier(97_100_000, 97_100_000, 30, "artefact"), CARRIER_B, INCIDENT_B, INCIDENT_A);
        assertThat(score.carriers().missed()).isEmpty();
        assertThat(score.wrongVerdicts()).containsExactly("A 97.1000 MHz is licensed, found artefact");
    }

    @Test
    void anArtefactIsRightWhenNamedWrongWhenCalledUnlicensedAndNoLossWhenUnseen() throws Exception {
        String truth = TRUTH.replace(
                        "\"incidents\"",
                        "\"artefacts\": [{\"kind\": \"image\", \"frequency_hz\": 98900000, \"verdict\": \"artefact\"},"
                                + " {\"kind\": \"spur\", \"frequency_hz\": 99300000, \"verdict\": \"undetermined\","
                                + " \"accepted\": [\"artefact\"]}], \"incidents\"")
                .replace("98900000,\n", "98500000,\n");
        Score named = score(
                truth,
                CARRIER_A,
                CARRIER_B,
                carrier(98_900_000, 98_900_300, 8, "artefact"),
                carrier(99_300_000, 99_300_000, 8, "artefact"),
                INCIDENT_B,
                INCIDENT_A);
        assertThat(named.isPerfect()).isTrue();
        assertThat(named.judged()).hasSize(4);
        Score called = score(
                truth, CARRIER_A, CARRIER_B, carrier(98_900_000, 98_900_300, 8, "unlicensed"), INCIDENT_B, INCIDENT_A);
        assertThat(called.wrongVerdicts()).containsExactly("image 98.9000 MHz is artefact, found unlicensed");
        assertThat(score(truth, CARRIER_A, CARRIER_B, INCIDENT_B, INCIDENT_A).isPerfect())
                .isTrue();
    }

    @Test
    void anIncidentThatNeedNotBeThereIsNeitherMissedNorFalse() throws Exception {
        String truth = TRUTH.replace(
                "{\"kind\": \"carrier-lost\"",
                "{\"kind\": \"silence\", \"station\": \"B\", \"frequency_hz\": 98330000, \"opened_s\": 12,"
                        + " \"required\": false}, {\"kind\": \"propagation-event\", \"station\": \"opening\","
                        + " \"opened_s\": 20}, {\"kind\": \"carrier-lost\"");
        String event =
                incident("propagation-event", 0, "14:00:20", "14:00:25", 0).replace(", \"channel_hz\": 0", "");
        String silence = incident("silence", 98_300_000, "14:00:12", "14:00:17", 0);
        assertThat(score(truth, CARRIER_A, CARRIER_B, INCIDENT_B, INCIDENT_A, event)
                        .isPerfect())
                .isTrue();
        assertThat(score(truth, CARRIER_A, CARRIER_B, INCIDENT_B, INCIDENT_A, event, silence)
                        .isPerfect())
                .isTrue();
        assertThat(score(truth, CARRIER_A, CARRIER_B, INCIDENT_B, INCIDENT_A)
                        .incidents()
                        .missed())
                .containsExactly("propagation-event opening");
    }

    @Test
    void readsATruthWithOneSpanAndWithoutIncidents() throws Exception {
        String old =
                """
                {"stations": [
                  {"licensed": true, "ps": "CITY 971", "frequency_hz": 97100000, "cn_db_in_200kHz": 42},
                  {"licensed": false, "frequency_hz": 98230000, "cn_db_in_200kHz": 9, "on_air_s": [1.5, 4.0]}]}
                """;
        Score score = score(
                old,
                carrier(97_100_000, 97_100_000, 42, "licensed"),
                carrier(98_200_000, 98_230_000, 9, "unlicensed"),
                incident("unlicensed-carrier", 98_200_000, "00", "00", 1)
                        .replace("2026-03-14T00Z\", \"raised\"", "1970-01-01T00:00:01.6Z\", \"raised\"")
                        .replace("2026-03-14T00Z", "1970-01-01T00:00:03.5Z"));
        assertThat(score.isPerfect()).isTrue();
        assertThat(score.openedErrorS().mean()).isCloseTo(0.1, within(1e-9));
        assertThat(score.delayS().mean()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void nothingExpectedAndNothingFoundIsPerfect() throws Exception {
        Score score = score("{\"stations\": [], \"incidents\": []}", "{\"type\": \"summary\"}");
        assertThat(score.isPerfect()).isTrue();
        assertThat(score.toJson()).contains("\"perfect\":true").doesNotContain("frequency_error_hz");
    }

    @Test
    void takesTheFeedOfItsRecordingAmongSeveral() throws Exception {
        String other = carrier(99_000_000, 99_000_000, 20, "unlicensed").replace("\"night\"", "\"day\"");
        assertThat(score(TRUTH, CARRIER_A, CARRIER_B, other, INCIDENT_B, INCIDENT_A)
                        .isPerfect())
                .isTrue();
        String unknown = TRUTH.replace("night.cu8", "else.cu8");
        assertThatThrownBy(() -> score(unknown, CARRIER_A, other))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("holds the feeds day, night");
    }

    @Test
    void aNamedFeedThatFoundNothingIsNotScoredByItsNeighbours() throws Exception {
        assertThat(score(TRUTH, CARRIER_A, CARRIER_B).carriers().matched()).isEqualTo(2);
        Score score = Scorer.score(folder.resolve("truth.json"), folder.resolve("result.jsonl"), "day");
        assertThat(score.carriers().matched()).isZero();
        assertThat(score.carriers().missed()).hasSize(2);
    }

    @Test
    void saysInOneLineWhatCannotBeRead() {
        assertThatThrownBy(() -> score(TRUTH, CARRIER_A, "{\"type\": "))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("result.jsonl:2: is no JSON")
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> score("{}", CARRIER_A)).hasMessageContaining("has no list 'stations'");
    }

    private Score score(String truth, String... records) throws Exception {
        Path truthFile = Files.writeString(folder.resolve("truth.json"), truth);
        Path result = Files.writeString(folder.resolve("result.jsonl"), String.join("\n", records) + "\n");
        return Scorer.score(truthFile, result, null);
    }

    private static String carrier(long channelHz, double frequencyHz, double snrDb, String verdict) {
        return "{\"type\": \"carrier\", \"feed\": \"night\", \"channel_hz\": " + channelHz + ", \"frequency_hz\": "
                + frequencyHz + ", \"snr_db\": " + snrDb + ", \"verdict\": \"" + verdict + "\"}";
    }

    private static String incident(String kind, long channelHz, String opened, String raised, int presences) {
        return "{\"type\": \"incident\", \"kind\": \"" + kind
                + "\", \"subject\": {\"feed\": \"night\", \"channel_hz\": "
                + channelHz + "}, \"opened\": \"2026-03-14T" + opened + "Z\", \"raised\": \"2026-03-14T" + raised
                + "Z\", \"presences\": [" + "{},".repeat(presences).replaceFirst(",$", "") + "]}";
    }
}

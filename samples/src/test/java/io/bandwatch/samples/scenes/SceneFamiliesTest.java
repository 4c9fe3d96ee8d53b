package io.bandwatch.samples.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.score.VerdictMatrix;
import io.bandwatch.samples.truth.TruthFile;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the families promise: the situation that gives a scene its name, every verdict, room in the band, one scene a seed. */
class SceneFamiliesTest {
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "over-deviation, over-deviation, licensed-out-of-parameters",
        "offset, frequency-offset, licensed-out-of-parameters",
        "mono, mono, licensed",
        "phase, phase-inverted, licensed",
        "silence, silence, licensed",
        "bare-carrier, unmodulated-carrier, licensed",
        "rds-mismatch, rds-mismatch, licensed-out-of-parameters",
        "pi-clone, unlicensed-carrier, unlicensed",
        "override, programme-mismatch, unlicensed",
        "relay, , relay-not-registered",
        "sporadic-e, propagation-event, undetermined",
        "cdr, , authorised",
        "authorised, , authorised",
        "weak-pirate, unlicensed-carrier, unlicensed"
    })
    void aNamedSceneHoldsItsSituationInEverySeed(String name, String incident, String verdict) throws Exception {
        NamedScene situation = NamedScene.all().stream()
                .filter(scene -> scene.name().equals(name))
                .findFirst()
                .orElseThrow();
        for (long seed = 1; seed <= 20; seed++) {
            JsonNode truth = truth(situation.scene().apply(seed));
            Set<String> kinds = new TreeSet<>();
            for (JsonNode one : truth.path("incidents")) {
                if (one.path("required").asBoolean(true)) {
                    kinds.add(one.path("kind").asText());
                }
            }
            assertThat(kinds).isEqualTo(incident == null ? Set.of() : Set.of(incident));
            assertThat(truth.path("stations").findValuesAsText("verdict")).contains(verdict);
        }
    }

    @ParameterizedTest
    @EnumSource(SceneFamily.class)
    void aFamilyDeservesEveryVerdictOftenEnoughToBeCounted(SceneFamily family) throws Exception {
        TreeMap<String, Integer> deserved = new TreeMap<>();
        for (long number = 1; number <= 100; number++) {
            JsonNode truth = truth(VerdictScenes.scene(family, number));
            for (String list : new String[] {"stations", "artefacts"}) {
                truth.path(list).findValuesAsText("verdict").forEach(one -> deserved.merge(one, 1, Integer::sum));
            }
        }
        // 20 in 100 scenes are 100 in the 500 of the check: one error is one percent
        assertThat(deserved.keySet()).containsExactlyInAnyOrderElementsOf(VerdictMatrix.VERDICTS);
        assertThat(deserved).allSatisfy((verdict, count) -> assertThat(count).isGreaterThanOrEqualTo(20));
    }

    @Test
    void aSeedIsOneSceneAndAnotherSeedAnother() {
        assertThat(VerdictScenes.scene(SceneFamily.REPORT, 4)).isEqualTo(VerdictScenes.scene(SceneFamily.REPORT, 4));
        assertThat(VerdictScenes.scene(SceneFamily.REPORT, 4).carriers())
                .isNotEqualTo(VerdictScenes.scene(SceneFamily.REPORT, 5).carriers())
                .isNotEqualTo(VerdictScenes.scene(SceneFamily.TUNING, 4).carriers());
    }

    @ParameterizedTest
    @EnumSource(SceneFamily.class)
    void noCarrierReachesIntoWhatAReceiverDoesNotShow(SceneFamily family) {
        for (long number = 1; number <= 100; number++) {
            Scenario scene = VerdictScenes.scene(family, number);
            assertThat(scene.carriers())
                    .allSatisfy(carrier -> assertThat(Math.abs(carrier.frequencyHz() - scene.centerHz()) + 100e3)
                            .isLessThan(0.46 * scene.sampleRateHz()));
        }
    }

    private static JsonNode truth(Scenario scenario) throws Exception {
        return new ObjectMapper().readTree(new TruthFile(scenario, "r").json());
    }
}

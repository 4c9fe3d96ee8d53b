package io.bandwatch.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.truth.TruthFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledScenariosTest {
    private static final Path FOLDER = Path.of(System.getProperty("bandwatch.root"), "samples", "scenarios");

    @ParameterizedTest(name = "{0} has {1} carriers and {2} incidents")
    @CsvSource({"night-in-short, 6, 2", "coloured-noise, 0, 0", "off-raster, 5, 3", "whole-band, 60, 10"})
    void implyWhatTheyTell(String name, int carriers, int incidents) throws Exception {
        Scenario scenario = Scenario.read(FOLDER.resolve(name + ".yaml"));
        JsonNode truth = new ObjectMapper().readTree(new TruthFile(scenario, "r").json());
        assertThat(truth.path("stations")).hasSize(carriers);
        assertThat(truth.path("incidents"))
                .filteredOn(incident -> incident.path("required").asBoolean(true))
                .hasSize(incidents);
    }

    @Test
    void theUnknownStationOfTheNightComesOnAtHalfPastTenLocalAndReturns() throws Exception {
        Scenario scenario = Scenario.read(FOLDER.resolve("night-in-short.yaml"));
        JsonNode truth = new ObjectMapper().readTree(new TruthFile(scenario, "r").json());
        JsonNode lost = incident(truth, "carrier-lost");
        JsonNode unlicensed = incident(truth, "unlicensed-carrier");
        assertThat(lost.path("opened_s").asDouble()).isEqualTo(50.0);
        assertThat(unlicensed.path("presences")).hasSize(2);
        assertThat(Instant.parse(truth.path("start").asText())
                        .plusSeconds(unlicensed.path("opened_s").asLong()))
                .hasToString("2026-03-14T14:30:00Z");
    }

    private static JsonNode incident(JsonNode truth, String kind) {
        List<JsonNode> ofKind = new ArrayList<>();
        truth.path("incidents").forEach(ofKind::add);
        ofKind.removeIf(incident -> !incident.path("kind").asText().equals(kind));
        assertThat(ofKind).hasSize(1);
        return ofKind.get(0);
    }
}

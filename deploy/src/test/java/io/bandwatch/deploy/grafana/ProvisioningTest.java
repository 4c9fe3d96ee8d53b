package io.bandwatch.deploy.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that tell a Grafana of store, dashboards and rules. */
class ProvisioningTest {
    private static final Path FOLDER = Path.of(System.getProperty("bandwatch.root", ".."), "deploy/grafana");
    private static final Pattern ASKED =
            Pattern.compile("\\(\"(\\w+)\"\\)(?: AS \"\\w+\")? FROM \"(\\w+)_(1s|1m|1h)\"");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyStoreIsAskedInInfluxQlUnderTheSameName(int version) throws IOException {
        JsonNode source = yaml("datasources/influxdb-" + version + ".yaml")
                .path("datasources")
                .path(0);
        assertThat(source.path("uid").asText()).isEqualTo("bandwatch");
        assertThat(source.path("type").asText()).isEqualTo("influxdb");
        assertThat(source.path("jsonData").path("version").asText()).isEqualTo("InfluxQL");
        assertThat(source.path("jsonData").path("dbName").asText())
                .isEqualTo(source.path("database").asText());
        source.path("secureJsonData").forEach(secret -> assertThat(secret.asText())
                .as("secrets come from the environment")
                .contains("$BANDWATCH_INFLUX_"));
    }

    @Test
    void bothLanguagesAreProvided() throws IOException {
        Set<String> folders = new HashSet<>();
        for (JsonNode provider : yaml("provisioning/dashboards/bandwatch.yaml").path("providers")) {
            String path = provider.path("options").path("path").asText();
            assertThat(FOLDER.resolve("dashboards").resolve(path.substring(path.indexOf('/') + 1)))
                    .isDirectory();
            folders.add(provider.path("folderUid").asText());
        }
        assertThat(folders).hasSize(2);
    }

    @Test
    void everyRuleAsksForWhatTheSchemaHasAndEndsInItsCondition() throws IOException {
        JsonNode rules = yaml("provisioning/alerting/bandwatch.yaml")
                .path("groups")
                .path(0)
                .path("rules");
        Set<String> uids = new HashSet<>();
        for (JsonNode rule : rules) {
            assertThat(uids.add(rule.path("uid").asText())).isTrue();
            Set<String> steps = new HashSet<>();
            for (JsonNode step : rule.path("data")) {
                steps.add(step.path("refId").asText());
                assertThat(step.path("model").path("refId").asText())
                        .isEqualTo(step.path("refId").asText());
            }
            assertThat(steps).contains(rule.path("condition").asText());
            String query = rule.path("data").path(0).path("model").path("query").asText();
            Matcher asked = ASKED.matcher(query);
            assertThat(asked.find()).as(query).isTrue();
            Measurement measurement = MetricSchema.measurement(asked.group(2));
            assertThat(measurement.columns(Resolution.SECOND)).contains(asked.group(1));
        }
        assertThat(uids).hasSizeGreaterThanOrEqualTo(4);
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(FOLDER.resolve(file)));
    }
}

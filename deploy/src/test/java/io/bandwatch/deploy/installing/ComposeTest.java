package io.bandwatch.deploy.installing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.config.ConfigFile;
import io.bandwatch.deploy.config.MonitorConfig;
import io.bandwatch.deploy.replay.StoreChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What compose starts: no engine is needed to see that its files fit together and that nothing is open or told. */
class ComposeTest {
    private static final Path FOLDER = Repository.ROOT.resolve("deploy/docker");
    private static final Pattern PINNED = Pattern.compile("[a-z/]+:\\d+\\.\\d+\\.\\d+");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|TOKEN|SECRET|KEY)$");
    private static final Pattern ASKED = Pattern.compile("\\$\\{(\\w+)");
    private static final Pattern DEMANDED = Pattern.compile("\\$\\{(\\w+):\\?");
    private static final Pattern PROVISIONED = Pattern.compile("\\$(BANDWATCH_\\w+)");

    private JsonNode compose = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        compose = Repository.yaml("deploy/docker/compose.yaml");
    }

    @Test
    void everyImageIsOneVersionThatTheDependenciesName() throws IOException {
        String dependencies = Repository.text("docs/dependencies.md");
        for (Map.Entry<String, JsonNode> service : services()) {
            String image = service.getValue().path("image").asText();
            assertThat(image).matches(PINNED);
            if (service.getValue().has("build")) {
                assertThat(image).endsWith(":" + Repository.version());
            } else {
                assertThat(dependencies).contains("| " + image + " |");
            }
        }
        assertThat(image("grafana"))
                .as("the version whose types the dashboards are checked against")
                .endsWith(":"
                        + new ObjectMapper()
                                .readTree(Repository.text(".ci/dashboards/package.json"))
                                .findValue("@grafana/schema")
                                .asText());
    }

    @Test
    void everyPortIsOnLoopbackAndOnlyTheServiceHasTheNetworkOfTheHost() {
        for (Map.Entry<String, JsonNode> service : services()) {
            service.getValue().path("ports").forEach(port -> assertThat(port.asText())
                    .startsWith("127.0.0.1:"));
            boolean onHost = service.getValue().path("network_mode").asText().equals("host");
            assertThat(onHost).as(service.getKey()).isEqualTo(service.getKey().equals("bandwatch"));
        }
    }

    @Test
    void secretsAreDemandedOfTheOperatorAndStandNowhere() throws IOException {
        int secrets = 0;
        for (Map.Entry<String, JsonNode> service : services()) {
            for (Map.Entry<String, JsonNode> variable :
                    service.getValue().path("environment").properties()) {
                if (SECRET.matcher(variable.getKey()).matches()) {
                    assertThat(variable.getValue().asText())
                            .as(variable.getKey())
                            .matches("\\$\\{\\w+:\\?.+}");
                    secrets++;
                }
            }
        }
        assertThat(secrets).isEqualTo(5);
        String example = Repository.text("deploy/docker/env.example");
        for (String name : Repository.found(DEMANDED, Repository.text("deploy/docker/compose.yaml"))) {
            assertThat(example.lines()).as("compose refuses what is empty").contains(name + "=");
        }
        assertThat(Repository.text(".gitignore").lines()).contains(".env");
    }

    @Test
    void everyVariableIsInTheExampleAndInTheDocument() throws IOException {
        Set<String> asked = new TreeSet<>(Repository.found(ASKED, Repository.text("deploy/docker/compose.yaml")));
        assertThat(Repository.found(Pattern.compile("(?m)^(\\w+)="), Repository.text("deploy/docker/env.example")))
                .containsExactlyInAnyOrderElementsOf(asked);
        String document = Repository.text("docs/installing.md");
        assertThat(asked).allSatisfy(name -> assertThat(document).contains("| `" + name + "` |"));
    }

    @Test
    void everyFileThatIsMountedIsThereAndEveryVolumeIsUsed() {
        Set<String> used = new TreeSet<>();
        for (String mount : mounts()) {
            String source = mount.substring(0, mount.indexOf(':'));
            if (source.startsWith(".")) {
                assertThat(FOLDER.resolve(source)).exists();
                assertThat(mount).as("of the repository nothing is changed").endsWith(":ro");
            } else {
                used.add(source);
            }
            if (mount.contains("/docker-entrypoint-initdb.d/")) {
                assertThat(FOLDER.resolve(source)).as("is run").isExecutable();
            }
        }
        Set<String> declared = new TreeSet<>();
        compose.path("volumes").fieldNames().forEachRemaining(declared::add);
        assertThat(used).isEqualTo(declared);
    }

    @Test
    void grafanaIsGivenEveryVariableThatItsFilesName() throws IOException {
        Set<String> named = new TreeSet<>();
        Set<String> targets = new TreeSet<>();
        for (JsonNode mount : compose.path("services").path("grafana").path("volumes")) {
            String[] parts = mount.asText().split(":", -1);
            targets.add(parts[1]);
            Path source = FOLDER.resolve(parts[0]);
            if (Files.isRegularFile(source)) {
                named.addAll(Repository.found(PROVISIONED, Files.readString(source)));
            }
        }
        JsonNode environment = compose.path("services").path("grafana").path("environment");
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(environment.has(name)).as(name).isTrue());
        assertThat(targets).contains(environment.path("BANDWATCH_DASHBOARDS").asText());
    }

    @Test
    void theServiceTakesItsCommandAndItsConfiguration() {
        List<String> command = new ArrayList<>();
        service("bandwatch").path("command").forEach(word -> command.add(word.asText()));
        assertThat(command).contains(Repository.INSTALLED_CONFIG);
        Repository.Checked checked = Repository.check(command);
        assertThat(checked.exitCode()).as(checked.err()).isZero();
        assertThat(checked.out()).contains("rtl_tcp://127.0.0.1:1234");
    }

    @Test
    void whatTheConfigurationNamesIsWhereComposeHasIt() {
        MonitorConfig config = ConfigFile.read(Repository.CONFIG);
        assertThat(mounts()).anyMatch(mount -> mount.endsWith(":" + config.data()));
        StoreChoice store = config.store();
        String port = service("influxdb").path("ports").path(0).asText();
        assertThat(store.url()).isEqualTo("http://" + port.substring(0, port.lastIndexOf(':')));
        JsonNode influx = service("influxdb").path("environment");
        assertThat(influx.path("DOCKER_INFLUXDB_INIT_BUCKET").asText()).isEqualTo(store.database());
        assertThat(healthCheck("bandwatch"))
                .endsWith("http://127.0.0.1:" + config.console().port() + "/readyz");
        assertThat(service("bandwatch").path("stop_grace_period").asText())
                .as("longer than the service's %s s", Repository.PATIENCE_S)
                .isEqualTo("2m");
    }

    @Test
    void everyServiceIsAskedWhetherItWorks() {
        for (Map.Entry<String, JsonNode> service : services()) {
            assertThat(healthCheck(service.getKey())).startsWith("CMD curl --fail ");
            assertThat(service.getValue().path("restart").asText()).isEqualTo("unless-stopped");
        }
    }

    private List<Map.Entry<String, JsonNode>> services() {
        List<Map.Entry<String, JsonNode>> services =
                new ArrayList<>(compose.path("services").properties());
        assertThat(services).hasSize(3);
        return services;
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private String image(String service) {
        return service(service).path("image").asText();
    }

    private String healthCheck(String service) {
        return String.join(
                " ",
                StreamSupport.stream(
                                service(service)
                                        .path("healthcheck")
                                        .path("test")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asText)
                        .toList());
    }

    /** Mounts in the short form; the one in the long form is the operator's folder, outside of the repository. */
    private List<String> mounts() {
        List<String> mounts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> service : services()) {
            service.getValue().path("volumes").forEach(mount -> {
                if (mount.isTextual()) {
                    mounts.add(mount.asText());
                }
            });
        }
        return mounts;
    }
}

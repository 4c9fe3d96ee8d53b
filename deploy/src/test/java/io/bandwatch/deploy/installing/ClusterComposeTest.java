package io.bandwatch.deploy.installing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.bandwatch.deploy.config.ConfigFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the file of the Flink cluster adds to compose: no engine is needed to see that it fits the product and its poms. */
class ClusterComposeTest {
    private static final Pattern FLINK = Pattern.compile("<flink.version>([^<]+)</flink.version>");
    private static final Pattern JAVA = Pattern.compile("<maven.compiler.release>([^<]+)</maven.compiler.release>");
    private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)$");

    private JsonNode services = new ObjectMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        services = Repository.yaml("deploy/docker/cluster.yaml").path("services");
        assertThat(services.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("jobmanager", "taskmanager", "bandwatch");
    }

    @Test
    void theClusterIsOfTheVersionsThatTheJobIsBuiltWith() throws IOException {
        String poms = Repository.text("pom.xml");
        String image = "flink:" + Repository.found(FLINK, poms).get(0) + "-java"
                + Repository.found(JAVA, poms).get(0);

        assertThat(Repository.found(FROM, Repository.text("deploy/docker/Dockerfile.flink")))
                .containsExactly(image);
        assertThat(Repository.text("docs/dependencies.md")).contains("| " + image + " |");
        for (String name : List.of("jobmanager", "taskmanager")) {
            assertThat(services.path(name).path("image").asText()).isEqualTo("bandwatch-flink:" + Repository.version());
        }
        assertThat(Repository.ROOT
                        .resolve("deploy/docker")
                        .resolve(services.path("jobmanager")
                                .path("build")
                                .path("dockerfile")
                                .asText()))
                .isRegularFile();
    }

    @Test
    void whateverListensDoesSoOnLoopback() throws IOException {
        assertThat(properties("jobmanager"))
                .containsEntry("jobmanager.rpc.address", "127.0.0.1")
                .containsEntry("jobmanager.bind-host", "127.0.0.1")
                .containsEntry("rest.bind-address", "127.0.0.1")
                .containsEntry("web.submit.enable", "false");
        assertThat(properties("taskmanager"))
                .containsEntry("jobmanager.rpc.address", "127.0.0.1")
                .containsEntry("taskmanager.host", "127.0.0.1")
                .containsEntry("taskmanager.bind-host", "127.0.0.1");
    }

    @Test
    void allSeeTheFolderOfTheServiceUnderOnePathAndHaveOneUser() throws IOException {
        String mount = "bandwatch-data:" + ConfigFile.read(Repository.CONFIG).data();
        Set<JsonNode> ofTheService = Set.copyOf(mounts(
                Repository.yaml("deploy/docker/compose.yaml").path("services").path("bandwatch")));

        assertThat(ofTheService).extracting(JsonNode::asText).contains(mount);
        assertThat(mounts(services.path("jobmanager")))
                .extracting(JsonNode::asText)
                .containsExactly(mount);
        assertThat(Set.copyOf(mounts(services.path("taskmanager")))).isEqualTo(ofTheService);
        assertThat(Repository.text("deploy/docker/Dockerfile.flink")).contains("usermod --uid 10001 flink");
        assertThat(Repository.text("deploy/docker/Dockerfile")).contains("useradd --system --uid 10001 ");
    }

    @Test
    void thePageStaysAndTheJobIsSubmittedAsTheDocumentSays() throws IOException {
        List<String> page = new ArrayList<>();
        services.path("bandwatch").path("command").forEach(word -> page.add(word.asText()));
        Repository.Checked console = Repository.check(page);
        assertThat(console.exitCode()).as(console.err()).isZero();

        Pattern command = Pattern.compile("(?m)run --rm bandwatch (submit .*)$");
        List<String> submitted = Repository.found(command, Repository.text("docs/installing.md"));
        assertThat(submitted).hasSize(1);
        Repository.Checked submit = Repository.check(List.of(submitted.get(0).split(" ")));
        assertThat(submit.exitCode()).as(submit.err()).isZero();
        assertThat(submitted.get(0)).endsWith(" --jobmanager 127.0.0.1:8081");
    }

    @Test
    void theSinksHaveTheSecretThatTheServiceWouldHave() {
        assertThat(services.path("taskmanager")
                        .path("environment")
                        .path("BANDWATCH_INFLUX_TOKEN")
                        .asText())
                .matches("\\$\\{BANDWATCH_INFLUX_TOKEN:\\?.+}");
        assertThat(services.path("jobmanager").path("environment").has("BANDWATCH_INFLUX_TOKEN"))
                .isFalse();
    }

    private Map<String, String> properties(String service) throws IOException {
        JsonNode text = services.path(service).path("environment").path("FLINK_PROPERTIES");
        Map<String, String> properties = new HashMap<>();
        new YAMLMapper()
                .readTree(text.asText())
                .properties()
                .forEach(property ->
                        properties.put(property.getKey(), property.getValue().asText()));
        return properties;
    }

    private static List<JsonNode> mounts(JsonNode service) {
        List<JsonNode> mounts = new ArrayList<>();
        service.path("volumes").forEach(mounts::add);
        return mounts;
    }
}

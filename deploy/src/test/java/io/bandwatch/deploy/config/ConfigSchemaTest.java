package io.bandwatch.deploy.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The JSON Schema of the configuration: it, the reader and the annotated example know the same. */
class ConfigSchemaTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("bandwatch.root", ".."), "deploy/config/monitor.example.yaml");

    /** The example has every key; so the schema, the reader and the example know the same keys. */
    @Test
    void theSchemaKnowsTheKeysOfTheExampleAndNoOthers() throws IOException {
        JsonNode schema;
        try (InputStream in = Objects.requireNonNull(ConfigFile.class.getResourceAsStream("monitor.schema.json"))) {
            schema = new ObjectMapper().readTree(in);
        }
        Set<String> promised = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        collect(schema, schema, "", promised);
        collect(new YAMLMapper().readTree(EXAMPLE.toFile()), "", shown);
        promised.removeAll(
                List.of("registers.services", "registers.maintenance", "registers.insertions", "registers.clips"));
        // it is in the environment or in a file
        promised.remove("console.token-file");

        assertThat(shown).isEqualTo(promised);
    }

    @Test
    void theExampleIsWhatTheSchemaAsksFor() throws IOException {
        try (InputStream in = Objects.requireNonNull(ConfigFile.class.getResourceAsStream("monitor.schema.json"))) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
            assertThat(schema.validate(new YAMLMapper().readTree(EXAMPLE.toFile())))
                    .isEmpty();
            assertThat(schema.validate(new YAMLMapper().readTree("{data: d, sites: [{name: a, probes: [{name: 1}]}]}")))
                    .as("and not of everything")
                    .isNotEmpty();
        }
    }

    private static void collect(JsonNode schema, JsonNode root, String path, Set<String> keys) {
        JsonNode here = schema;
        while (here.has("$ref")) {
            here = root.at(here.path("$ref").asText().substring(1));
        }
        if (here.has("items")) {
            collect(here.path("items"), root, path, keys);
        }
        JsonNode properties = here.path("properties");
        properties.fieldNames().forEachRemaining(key -> {
            String at = path.isEmpty() ? key : path + "." + key;
            keys.add(at);
            collect(properties.path(key), root, at, keys);
        });
    }

    private static void collect(JsonNode value, String path, Set<String> keys) {
        if (value.isArray()) {
            value.forEach(one -> collect(one, path, keys));
        }
        value.fieldNames().forEachRemaining(key -> {
            String at = path.isEmpty() ? key : path + "." + key;
            keys.add(at);
            collect(value.path(key), at, keys);
        });
    }
}

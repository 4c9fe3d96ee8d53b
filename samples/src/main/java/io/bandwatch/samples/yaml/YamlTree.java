package io.bandwatch.samples.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML file into nodes that know their lines, which the binding of Jackson forgets. */
final class YamlTree {
    private final Path file;

    private YamlTree(Path file) {
        this.file = file;
    }

    static YamlNode read(Path file) {
        YamlTree tree = new YamlTree(file);
        try (JsonParser parser = new YAMLFactory().createParser(Files.readAllBytes(file))) {
            if (parser.nextToken() == null) {
                throw new ScenarioException(file + ": is empty; write a scenario into it");
            }
            YamlNode root = tree.node(parser);
            if (parser.nextToken() != null) {
                throw tree.at(parser.currentTokenLocation(), "a second document begins; keep one scenario in a file");
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new ScenarioException(
                    file + ":" + (place == null ? "" : place.getLineNr() + ":" + place.getColumnNr() + ":")
                            + " is no YAML: " + e.getOriginalMessage() + "; mend the line",
                    e);
        } catch (IOException e) {
            throw new ScenarioException(file + ": cannot be read (" + e + "); give the path of a scenario file", e);
        }
    }

    private YamlNode node(JsonParser parser) throws IOException {
        int line = line(parser);
        int column = parser.currentTokenLocation().getColumnNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new YamlNode(line, column, null, map(parser), null);
            case START_ARRAY -> new YamlNode(line, column, null, null, list(parser));
            case VALUE_NULL -> new YamlNode(line, column, "", null, null);
            default -> new YamlNode(line, column, parser.getText(), null, null);
        };
    }

    private Map<String, YamlNode> map(JsonParser parser) throws IOException {
        Map<String, YamlNode> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonLocation place = parser.currentTokenLocation();
            parser.nextToken();
            if (map.put(key, node(parser)) != null) {
                throw at(place, "the key '" + key + "' stands twice; remove one");
            }
        }
        return map;
    }

    private List<YamlNode> list(JsonParser parser) throws IOException {
        List<YamlNode> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(node(parser));
        }
        return list;
    }

    private ScenarioException at(JsonLocation place, String problem) {
        return new ScenarioException(file + ":" + place.getLineNr() + ":" + place.getColumnNr() + ": " + problem);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}

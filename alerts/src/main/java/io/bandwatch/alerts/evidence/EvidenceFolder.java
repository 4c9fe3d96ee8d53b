package io.bandwatch.alerts.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * Where evidence lies: a folder for each incident, with a manifest that names every other file in it with its size and its
 * SHA-256.
 *
 * @param root the folder of them
 */
public record EvidenceFolder(Path root) {
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Keeps the evidence of an incident; what was there before is replaced.
     *
     * @param incident id of the incident
     * @param facts about it, which the manifest begins with
     * @param files contents by name
     * @return paths of all files relative to the root, the manifest last
     */
    public List<String> keep(String incident, ObjectNode facts, SortedMap<String, byte[]> files) throws IOException {
        Path folder = root.resolve(incident);
        if (!folder.normalize().startsWith(root.normalize()) || incident.isEmpty()) {
            throw new IllegalArgumentException("'" + incident + "' is no name of a folder");
        }
        Files.createDirectories(folder);
        List<String> paths = new ArrayList<>();
        ObjectNode manifest = facts.deepCopy();
        ArrayNode listed = manifest.putArray("files");
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            listed.addObject()
                    .put("path", file.getKey())
                    .put("bytes", file.getValue().length)
                    .put("sha256", sha256(file.getValue()));
            paths.add(incident + '/' + file.getKey());
        }
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
        Files.write(folder.resolve(MANIFEST), text.getBytes(StandardCharsets.UTF_8));
        paths.add(incident + '/' + MANIFEST);
        return paths;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

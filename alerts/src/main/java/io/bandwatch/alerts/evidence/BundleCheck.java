package io.bandwatch.alerts.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells whether the evidence of an incident is what its manifest says: every file there, none more, every byte as it was. */
public final class BundleCheck {
    private BundleCheck() {}

    /**
     * What is wrong with a bundle.
     *
     * @param folder the folder of an incident
     * @return one line each; none if it is whole
     * @throws IOException if the disk cannot be read
     */
    public static List<String> problems(Path folder) throws IOException {
        Path manifest = folder.resolve(EvidenceFolder.MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return List.of(manifest + ": there is no manifest");
        }
        JsonNode files;
        try {
            files = new ObjectMapper().readTree(manifest.toFile()).path("files");
        } catch (JsonProcessingException changed) {
            return List.of(manifest + ": is no JSON: " + changed.getOriginalMessage());
        }
        if (!files.isArray() || files.isEmpty()) {
            return List.of(manifest + ": names no files");
        }
        List<String> problems = new ArrayList<>();
        Set<String> named = new TreeSet<>(Set.of(EvidenceFolder.MANIFEST));
        for (JsonNode file : files) {
            String name = file.path("path").asText();
            if (!named.add(name)) {
                problems.add(manifest + ": names " + name + " twice");
            }
            problem(folder, name, file, problems);
        }
        for (Path file : EvidenceBundle.files(folder)) {
            if (!named.contains(EvidenceBundle.name(file))) {
                problems.add(file + ": is not in the manifest");
            }
        }
        return problems;
    }

    private static void problem(Path folder, String name, JsonNode said, List<String> problems) throws IOException {
        Path file = folder.resolve(name);
        if (!folder.equals(file.getParent()) || !Files.isRegularFile(file)) {
            problems.add(file + ": is missing");
        } else if (Files.size(file) != said.path("bytes").asLong(-1)) {
            problems.add(file + ": has " + Files.size(file) + " bytes instead of "
                    + said.path("bytes").asText());
        } else if (!EvidenceBundle.sha256(file).equals(said.path("sha256").asText())) {
            problems.add(file + ": was changed; its SHA-256 is not that of the manifest");
        }
    }
}

package io.bandwatch.alerts.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Where evidence lies: a folder for each incident, with a manifest that names every other file in it with its size and its
 * SHA-256.
 *
 * @param root the folder of them
 */
public record EvidenceFolder(Path root) {
    static final String MANIFEST = "manifest.json";
    private static final String UNFINISHED = ".part";

    /**
     * Keeps the evidence of an incident; what was there before is replaced.
     *
     * @param incident id of the incident
     * @param facts about it, which the manifest begins with
     * @param files contents by name
     * @return paths of all files relative to the root, the manifest last
     */
    public List<String> keep(String incident, ObjectNode facts, SortedMap<String, byte[]> files) throws IOException {
        EvidenceBundle bundle = begin(incident);
        for (var file : files.entrySet()) {
            Files.write(bundle.file(file.getKey()), file.getValue());
        }
        return bundle.finish(facts);
    }

    /** Begins the evidence of an incident; it is there when it is finished. */
    public EvidenceBundle begin(String incident) throws IOException {
        Path folder = of(incident);
        Path unfinished = root.resolve(incident + UNFINISHED);
        delete(unfinished);
        Files.createDirectories(unfinished);
        return new EvidenceBundle(incident, unfinished, folder);
    }

    /** Folder of an incident's evidence. */
    Path of(String incident) {
        Path folder = root.resolve(incident);
        boolean inside = root.normalize().equals(folder.normalize().getParent());
        if (!inside || incident.isEmpty() || incident.endsWith(UNFINISHED)) {
            throw new IllegalArgumentException("'" + incident + "' is no name of a folder");
        }
        return folder;
    }

    /** Deletes what was begun and never finished. */
    public void deleteUnfinished() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                if (folder.toString().endsWith(UNFINISHED)) {
                    delete(folder);
                }
            }
        }
    }

    /** Deletes a folder with the files in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

package io.bandwatch.alerts.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The evidence of one incident under way. Not thread-safe. */
public final class EvidenceBundle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK_BYTES = 1 << 16;

    private final String incident;
    private final Path unfinished;
    private final Path folder;

    EvidenceBundle(String incident, Path unfinished, Path folder) {
        this.incident = incident;
        this.unfinished = unfinished;
        this.folder = folder;
    }

    /** Where a file of it is to be written. */
    public Path file(String name) {
        return unfinished.resolve(name);
    }

    /** Size of what was written so far. */
    public long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files(unfinished)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /**
     * Writes the manifest and puts the whole where it belongs; what was there before is replaced.
     *
     * @param facts about the incident, which the manifest begins with
     * @return paths of all files relative to the root, the manifest last
     */
    public List<String> finish(ObjectNode facts) throws IOException {
        ObjectNode manifest = facts.deepCopy();
        ArrayNode listed = manifest.putArray("files");
        List<String> paths = new ArrayList<>();
        for (Path file : files(unfinished)) {
            listed.addObject()
                    .put("path", name(file))
                    .put("bytes", Files.size(file))
                    .put("sha256", sha256(file));
            paths.add(incident + '/' + name(file));
        }
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
        Files.write(file(EvidenceFolder.MANIFEST), text.getBytes(StandardCharsets.UTF_8));
        paths.add(incident + '/' + EvidenceFolder.MANIFEST);
        EvidenceFolder.delete(folder);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        return paths;
    }

    /** Leaves it. */
    public void abandon() throws IOException {
        EvidenceFolder.delete(unfinished);
    }

    /** Files of a folder by name. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int got = in.read(chunk); got > 0; got = in.read(chunk)) {
                digest.update(chunk, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

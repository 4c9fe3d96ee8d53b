package io.bandwatch.deploy.cli.acceptance.service;

import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file system of its own, small and in memory, that somebody else fills to its last byte and empties again.
 *
 * @param folder where it is mounted
 */
public record SmallDisk(Path folder) implements AutoCloseable {
    private static final String OF_OTHERS = "of-others";
    private static final int BLOCK = 1 << 20;
    private static final int LEAST = 512;

    /**
     * Mounts one.
     *
     * @param folder is made if it is not there
     * @throws CheckImpossibleException where nobody may mount
     */
    public static SmallDisk mounted(Path folder, long bytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String refusal = said("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
        if (!refusal.isEmpty()) {
            throw new CheckImpossibleException(
                    "needs to mount a file system that it can fill, as root may: " + refusal);
        }
        return new SmallDisk(folder);
    }

    /** What a command says that fails, or nothing. */
    private static String said(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : command[0] + ": " + said;
        } catch (IOException missing) {
            return missing.toString();
        }
    }

    /** Takes all that is free, and again what is given back meanwhile. */
    public void fill() throws IOException {
        Path file = folder.resolve(OF_OTHERS);
        for (int length = BLOCK; length >= LEAST; length /= 2) {
            byte[] block = new byte[length];
            while (true) {
                long before = Files.exists(file) ? Files.size(file) : 0;
                try (OutputStream out =
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    out.write(block);
                } catch (IOException full) {
                    if (Files.size(file) == before) {
                        break;
                    }
                }
            }
        }
    }

    /** Gives back what {@link #fill} took. */
    public void empty() throws IOException {
        Files.deleteIfExists(folder.resolve(OF_OTHERS));
    }

    @Override
    public void close() throws IOException {
        try {
            // lazily: a process that is just ending may have a file open
            String refusal = said("umount", "-l", folder.toString());
            if (!refusal.isEmpty()) {
                throw new IOException(refusal);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

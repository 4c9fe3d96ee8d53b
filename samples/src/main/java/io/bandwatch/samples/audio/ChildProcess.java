package io.bandwatch.samples.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of the system and takes what it writes. */
public final class ChildProcess {
    private ChildProcess() {}

    /** What a program left behind. */
    public record Outcome(int exitCode, byte[] output, String complaint) {}

    /** Whether a program of this name is on the search path. */
    public static boolean isInstalled(String program) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Runs a command to its end.
     *
     * @param input what it reads from its standard input
     * @param most bytes of output to take; a program that writes more is ended
     */
    public static Outcome run(List<String> command, String input, int most) throws IOException {
        Path complaints = Files.createTempFile("bandwatch-child", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            byte[] output = process.getInputStream().readNBytes(most);
            boolean cut = output.length == most;
            if (cut) {
                process.destroy();
            }
            int exitCode = process.waitFor();
            return new Outcome(
                    cut ? 0 : exitCode, output, Files.readString(complaints).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " ran", e);
        } finally {
            Files.deleteIfExists(complaints);
        }
    }
}

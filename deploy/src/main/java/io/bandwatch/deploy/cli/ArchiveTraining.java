package io.bandwatch.deploy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Runs the real job once over a second of noise, so that the launcher can archive the classes that every later start
 * needs. Its result is thrown away.
 */
public final class ArchiveTraining {
    private static final int SAMPLES = 480_000;

    private ArchiveTraining() {}

    /**
     * Runs and ends the process.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("bandwatch-training-");
        Path recording = folder.resolve("noise-98.0MHz-480kSps.cu8");
        Path register = folder.resolve("register.csv");
        byte[] noise = new byte[2 * SAMPLES];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (120 + random.nextInt(16));
        }
        int exitCode = 1;
        try {
            Files.write(recording, noise);
            Files.writeString(register, "id,name,frequency_mhz,class\nA,A,98.0,broadcast\n");
            PrintWriter nowhere = new PrintWriter(new StringWriter());
            exitCode = BandwatchCommand.execute(
                    nowhere, nowhere, "replay", "--licences", register.toString(), recording.toString());
        } finally {
            org.apache.flink.util.FileUtils.deleteDirectoryQuietly(folder.toFile());
        }
        System.exit(exitCode);
    }
}

package io.bandwatch.deploy.cli;

import io.bandwatch.deploy.cli.usage.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.apache.flink.util.FileUtils;

/**
 * Runs the real job over a few seconds of carriers in noise, so that the launcher can archive the classes that every later
 * start needs. Its results are thrown away.
 */
public final class ArchiveTraining {
    private static final int SAMPLE_RATE_HZ = 1_200_000;
    private static final int DURATION_S = 3;
    // one in the register, one not; the third station of the register is silent
    private static final double[] CARRIER_OFFSETS_HZ = {-300_000, 200_000};
    private static final double DEVIATION_HZ = 50_000;
    private static final double TONE_HZ = 1_000;
    // of full scale, which is 128 steps of an offset-binary byte
    private static final double CARRIER_STEPS = 20;
    private static final int NOISE_STEPS = 16;
    private static final String REGISTER =
            """
            id,name,frequency_mhz,class
            A,On air,97.7,broadcast
            B,Silent,97.9,broadcast
            """;

    private ArchiveTraining() {}

    /**
     * Runs and ends the process.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("bandwatch-training-");
        int exitCode = ExitCode.INTERNAL_FAILURE;
        try {
            exitCode = train(folder);
        } finally {
            FileUtils.deleteDirectoryQuietly(folder.toFile());
        }
        System.exit(exitCode);
    }

    private static int train(Path folder) throws IOException {
        Path register = Files.writeString(folder.resolve("register.csv"), REGISTER);
        Path recording = Files.write(folder.resolve("scene-98.0MHz-1.2MSps.cu8"), scene());
        Path page = folder.resolve("result.html");
        int worst = run("replay", "--help");
        for (String format : new String[] {"jsonl", "table", "html"}) {
            worst = Math.max(
                    worst,
                    run(
                            "replay",
                            "--format=" + format,
                            "--output=" + page,
                            "--licences=" + register,
                            recording.toString()));
        }
        return worst;
    }

    private static int run(String... args) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        PrintWriter log = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return BandwatchCommand.execute(nowhere, log, args);
    }

    /** Offset-binary I/Q: carriers with a tone, in noise. */
    private static byte[] scene() {
        byte[] samples = new byte[2 * SAMPLE_RATE_HZ * DURATION_S];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < samples.length / 2; i++) {
            double timeS = (double) i / SAMPLE_RATE_HZ;
            double real = 0;
            double imaginary = 0;
            for (double offsetHz : CARRIER_OFFSETS_HZ) {
                double phase = 2 * Math.PI * offsetHz * timeS
                        + DEVIATION_HZ / TONE_HZ * Math.sin(2 * Math.PI * TONE_HZ * timeS);
                real += CARRIER_STEPS * Math.cos(phase);
                imaginary += CARRIER_STEPS * Math.sin(phase);
            }
            samples[2 * i] = (byte) (120 + real + random.nextInt(NOISE_STEPS));
            samples[2 * i + 1] = (byte) (120 + imaginary + random.nextInt(NOISE_STEPS));
        }
        return samples;
    }
}

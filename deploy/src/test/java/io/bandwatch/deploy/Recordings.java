package io.bandwatch.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Recordings that need no scene. */
final class Recordings {
    private static final int RATE = 2_400_000;

    private Recordings() {}

    /** Noise with one bare carrier 300 kHz above 98 MHz, the same second over and over. */
    static Path bareCarrier(Path folder, int seconds) throws IOException {
        byte[] second = new byte[2 * RATE];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < RATE; i++) {
            double phase = 2 * Math.PI * 0.125 * i;
            second[2 * i] = (byte) Math.round(127.5 + 40 * Math.cos(phase) + random.nextDouble() * 20 - 10);
            second[2 * i + 1] = (byte) Math.round(127.5 + 40 * Math.sin(phase) + random.nextDouble() * 20 - 10);
        }
        Path file = folder.resolve("bare-98.0MHz-2.4MSps.cu8");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < seconds; i++) {
                out.write(second);
            }
        }
        return file;
    }
}

package io.bandwatch.dsp.ts.fuzz;

import io.bandwatch.dsp.ts.SteadyMultiplex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Short sound streams, in every way that packets come, for the search of bytes that break the meter. */
final class StreamSeeds {
    private static final int PACKETS = 40;

    private StreamSeeds() {}

    /**
     * Writes them where the test looks for them.
     *
     * @param arguments the folder of test resources
     */
    public static void main(String... arguments) throws IOException {
        for (Map.Entry<String, byte[]> seed : all().entrySet()) {
            Path file = Path.of(arguments[0]).resolve(seed.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, seed.getValue());
        }
    }

    /** By the place that the test looks for them. */
    static Map<String, byte[]> all() {
        byte[] stream = new SteadyMultiplex(PACKETS).stream();
        byte[] slipped = Arrays.copyOf(stream, stream.length - 50);
        System.arraycopy(stream, 20 * 188 + 50, slipped, 20 * 188, slipped.length - 20 * 188);
        Map<String, byte[]> seeds = new TreeMap<>();
        seeds.put(place("plain"), seed(0x10, stream, 188, 0));
        seeds.put(place("stamped"), seed(0x11, stream, 192, 4));
        seeds.put(place("coded"), seed(0x12, stream, 204, 0));
        seeds.put(place("arriving"), seed(0xA3, stream, 188, 0));
        seeds.put(place("slipped"), seed(0x13, slipped, 188, 0));
        return seeds;
    }

    private static String place(String name) {
        return "io/bandwatch/dsp/ts/fuzz/StreamFuzzTestInputs/measuresAnyStream/" + name;
    }

    private static byte[] seed(int first, byte[] stream, int stride, int offset) {
        int packets = stream.length / 188;
        byte[] seed = new byte[1 + packets * stride];
        seed[0] = (byte) first;
        for (int packet = 0; packet < packets; packet++) {
            if (offset > 0) {
                seed[1 + packet * stride + 2] = (byte) packet;
            }
            System.arraycopy(stream, packet * 188, seed, 1 + packet * stride + offset, 188);
        }
        return seed;
    }
}

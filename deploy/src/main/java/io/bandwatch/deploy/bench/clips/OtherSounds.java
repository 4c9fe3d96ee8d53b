package io.bandwatch.deploy.bench.clips;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Random;

/** Sounds that are as real ones are, and none of those that are asked for: made of one, by its levels. */
final class OtherSounds {
    private static final int BANDS = AudioMeasurement.PRINT_BANDS;

    private final byte[] levels;
    private final Random random;

    OtherSounds(byte[] levels, long seed) {
        this.levels = levels;
        this.random = new Random(seed);
    }

    /** Another one, as long: in each band the louder of two moments, backwards in time. */
    byte[] next() {
        byte[] both = new byte[levels.length];
        int steps = levels.length / BANDS;
        int laterSteps = random.nextInt(steps);
        int bandsUp = random.nextInt(BANDS);
        for (int i = 0; i < both.length; i++) {
            int step = steps - 1 - i / BANDS;
            int one = step * BANDS + i % BANDS;
            int other = (step + laterSteps) % steps * BANDS + (i + bandsUp) % BANDS;
            both[i] = (byte) Math.max(levels[one], levels[other]);
        }
        return both;
    }
}

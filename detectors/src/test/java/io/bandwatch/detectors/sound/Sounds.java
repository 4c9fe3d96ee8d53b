package io.bandwatch.detectors.sound;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;

/** Measurements of 200 ms of sound that is the same all through. */
public final class Sounds {
    private Sounds() {}

    /** Programme and noise together in the sum and in the difference; loudness is theirs, as of a sound of 1 kHz. */
    public static AudioMeasurement of(double sum, double difference, double noise, double differenceNoise) {
        double[] blocks = new double[4];
        Arrays.fill(blocks, sum + noise);
        double[] weighted = new double[10];
        // a tone of 1 kHz is weighted with +0.69 dB, noise with about as much
        double weight = 1.172;
        Arrays.fill(weighted, 2 * weight * (sum + noise + difference + differenceNoise));
        return new AudioMeasurement(
                0.2,
                sum + noise,
                difference + differenceNoise,
                0,
                blocks,
                noise,
                differenceNoise,
                new byte[0],
                weighted,
                2 * weight * (noise + differenceNoise),
                new byte[0],
                Math.sqrt(2 * (sum + difference)));
    }

    /** Mono programme of this loudness without noise. */
    public static AudioMeasurement mono(double lufs) {
        return of(0.5 * Math.pow(10, lufs / 10), 0, 0, 0);
    }
}

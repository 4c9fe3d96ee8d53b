package io.bandwatch.ingest.live;

import java.util.Arrays;

/** Carriers without modulation and some noise, as a receiver of 8 bits at some rate and frequency delivers them. */
final class Tones {
    private static final double AMPLITUDE = 0.1;
    private static final double NOISE = 0.004;

    private final double rateHz;
    private final double[] carriersHz;

    Tones(double rateHz, double... carriersHz) {
        this.rateHz = rateHz;
        this.carriersHz = carriersHz.clone();
    }

    /** Samples from an index of the receiver's on. */
    byte[] cu8(long centerHz, long first, int count) {
        byte[] bytes = new byte[2 * count];
        double[] seen = Arrays.stream(carriersHz)
                .filter(hz -> Math.abs(hz - centerHz) < rateHz / 2)
                .toArray();
        for (int i = 0; i < count; i++) {
            long index = first + i;
            double re = noise(2 * index);
            double im = noise(2 * index + 1);
            for (double hz : seen) {
                // whole turns are taken off first, so that the phase is right after hours
                double phase = 2 * Math.PI * ((hz - centerHz) / rateHz * index % 1);
                re += AMPLITUDE * Math.cos(phase);
                im += AMPLITUDE * Math.sin(phase);
            }
            bytes[2 * i] = (byte) Math.round(127.5 + 127.5 * re);
            bytes[2 * i + 1] = (byte) Math.round(127.5 + 127.5 * im);
        }
        return bytes;
    }

    /** Evenly distributed, from the finaliser of SplitMix64. */
    private static double noise(long index) {
        long z = index * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return NOISE * ((z ^ z >>> 31) / 0x1p63);
    }
}

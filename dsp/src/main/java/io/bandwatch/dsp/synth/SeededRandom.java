package io.bandwatch.dsp.synth;

/**
 * Random numbers that are the same on every machine and every Java release. Generator: xoshiro256++ (Blackman, Vigna,
 * "Scrambled linear pseudorandom number generators", 2021), seeded through SplitMix64. Normal variates: ziggurat of
 * Marsaglia and Tsang in the form of Doornik, "An improved ziggurat method to generate normal random samples" (2005), 128
 * layers. Not thread-safe; allocates nothing after construction.
 */
public final class SeededRandom {
    private static final int LAYERS = 128;
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double TAIL_START = 3.442619855899;
    private static final double LAYER_AREA = 9.91256303526217e-3;
    private static final double DOUBT = 1e-12;
    private static final double[] EDGE = edges();
    private static final double[] INNER = innerRatios();
    private static final double[] DENSITY = densities();

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    public SeededRandom(long seed) {
        s0 = mix(seed + STEP);
        s1 = mix(s0 + STEP);
        s2 = mix(s1 + STEP);
        s3 = mix(s2 + STEP);
    }

    /** A generator for one purpose, unrelated to those of other purposes with the same seed. */
    public static SeededRandom forPurpose(long seed, String purpose) {
        long hash = seed;
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash ^ purpose.charAt(i)) + STEP;
        }
        return new SeededRandom(hash);
    }

    /** 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform in 0 (included) to 1 (excluded). */
    public double nextUniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform whole number in 0 to {@code bound - 1}. */
    public int nextInt(int bound) {
        return (int) (nextUniform() * bound);
    }

    /** Normal, mean 0, variance 1. */
    public double nextGaussian() {
        while (true) {
            long bits = nextLong();
            int layer = (int) (bits & (LAYERS - 1));
            double u = (bits >> 10) * 0x1.0p-53;
            if (Math.abs(u) < INNER[layer]) {
                return u * EDGE[layer];
            }
            if (layer == 0) {
                return tail(u < 0);
            }
            double x = u * EDGE[layer];
            double height = DENSITY[layer] + nextUniform() * (DENSITY[layer + 1] - DENSITY[layer]);
            if (isBelowDensity(height, -0.5 * x * x)) {
                return x;
            }
        }
    }

    /** The fast exponential may differ in its last place from machine to machine; where that could decide, the exact one does. */
    private static boolean isBelowDensity(double height, double exponent) {
        double density = Math.exp(exponent);
        return Math.abs(height - density) > DOUBT ? height < density : height < StrictMath.exp(exponent);
    }

    private double tail(boolean negative) {
        double x;
        double y;
        do {
            x = StrictMath.log(1.0 - nextUniform()) / TAIL_START;
            y = StrictMath.log(1.0 - nextUniform());
        } while (-2.0 * y < x * x);
        return negative ? x - TAIL_START : TAIL_START - x;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static double[] edges() {
        double[] edge = new double[LAYERS + 1];
        double density = StrictMath.exp(-0.5 * TAIL_START * TAIL_START);
        edge[0] = LAYER_AREA / density;
        edge[1] = TAIL_START;
        for (int i = 2; i < LAYERS; i++) {
            edge[i] = Math.sqrt(-2.0 * StrictMath.log(LAYER_AREA / edge[i - 1] + density));
            density = StrictMath.exp(-0.5 * edge[i] * edge[i]);
        }
        return edge;
    }

    private static double[] innerRatios() {
        double[] ratio = new double[LAYERS];
        for (int i = 0; i < LAYERS; i++) {
            ratio[i] = EDGE[i + 1] / EDGE[i];
        }
        return ratio;
    }

    private static double[] densities() {
        double[] density = new double[LAYERS + 1];
        for (int i = 0; i <= LAYERS; i++) {
            density[i] = StrictMath.exp(-0.5 * EDGE[i] * EDGE[i]);
        }
        return density;
    }
}

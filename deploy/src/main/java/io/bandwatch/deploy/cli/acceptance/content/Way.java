package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.dsp.synth.SeededRandom;

/**
 * What happens to a programme between studio and receiver beside transmission: it is 4 dB louder or quieter, comes later by
 * up to 120 s, and from a clock that is up to 100 ppm fast or slow.
 *
 * @param gain as a factor
 * @param lateLooks how much later it comes, whole looks
 * @param lateSamples and samples
 * @param slow by how much longer it takes, as a share
 */
public record Way(double gain, int lateLooks, int lateSamples, double slow) {
    /** Samples of a look of 200 ms. */
    public static final int LOOK = Corpus.RATE_HZ / 5;

    private static final int MOST_LATE_LOOKS = 590;
    private static final double GAIN_DB = 4;
    private static final double MOST_SLOW = 100e-6;

    /** One of the many. */
    public static Way any(SeededRandom random) {
        double gain = Math.pow(10, (random.nextUniform() < 0.5 ? -GAIN_DB : GAIN_DB) / 20);
        int lateLooks = random.nextInt(MOST_LATE_LOOKS);
        int lateSamples = random.nextInt(LOOK);
        return new Way(gain, lateLooks, lateSamples, MOST_SLOW * (2 * random.nextUniform() - 1));
    }

    /** The same for who has no reference that comes earlier. */
    public Way here() {
        return new Way(gain, 0, lateSamples, slow);
    }

    /** What comes, but for the whole looks by which it is late. */
    public short[] sent(short[] sound) {
        short[] sent = new short[lateSamples + (int) ((sound.length - 3) * (1 + slow))];
        for (int i = lateSamples; i < sent.length; i++) {
            double position = (i - lateSamples) / (1 + slow);
            double value = Math.rint(gain * between(sound, (int) position, position - (int) position));
            sent[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
        }
        return sent;
    }

    /** Lagrange through four samples. */
    public static double between(short[] x, int i, double f) {
        return -f * (f - 1) * (f - 2) / 6 * x[Math.max(0, i - 1)]
                + (f + 1) * (f - 1) * (f - 2) / 2 * x[i]
                - (f + 1) * f * (f - 2) / 2 * x[i + 1]
                + (f + 1) * f * (f - 1) / 6 * x[i + 2];
    }

    /** Second of the programme that comes at a second. */
    public double programmeS(double onAirS) {
        return (onAirS - (double) (lateLooks * LOOK + lateSamples) / Corpus.RATE_HZ) / (1 + slow);
    }
}

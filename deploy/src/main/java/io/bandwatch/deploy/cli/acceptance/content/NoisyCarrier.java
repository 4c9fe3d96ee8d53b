package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.dsp.filter.ChannelSamples;
import io.bandwatch.dsp.synth.Multiplex;
import io.bandwatch.dsp.synth.SeededRandom;
import io.bandwatch.dsp.synth.SineTable;

/**
 * An FM carrier at 20 dB above the noise in 200 kHz, frame by frame with its lead-in. The noise is {@value #NOISE} random
 * numbers that are begun with anywhere, by the frame and the axis: hours of fresh ones would take longer than all the rest.
 * Not thread-safe.
 */
final class NoisyCarrier {
    static final double RATE_HZ = 240e3;
    static final int FRAME = 48_000;
    static final int LEAD = FRAME / 10;
    static final double LEAD_S = LEAD / RATE_HZ;

    /** Where what is measured of a frame begins: 7.5 ms after its lead-in does. */
    static final int FIRST = 1_800;

    private static final double CARRIER_TO_NOISE_DB = 20;
    private static final double NOISE_WIDTH_HZ = 200e3;
    private static final int NOISE = 1 << 20;

    private final Multiplex multiplex;
    private final SeededRandom random;
    private final float[] noise = new float[NOISE];
    private final float[] deviationHz = new float[FRAME];
    private final float[] re = new float[LEAD + FRAME];
    private final float[] im = new float[LEAD + FRAME];
    private double turns;

    NoisyCarrier(Multiplex multiplex, long seed) {
        this.multiplex = multiplex;
        this.random = SeededRandom.forPurpose(seed, "channel noise");
        double power = Math.pow(10, -CARRIER_TO_NOISE_DB / 10) * RATE_HZ / NOISE_WIDTH_HZ;
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (float) (Math.sqrt(power / 2) * random.nextGaussian());
        }
    }

    /** The next frame; valid until the one after it. */
    ChannelSamples next() {
        System.arraycopy(re, FRAME, re, 0, LEAD);
        System.arraycopy(im, FRAME, im, 0, LEAD);
        multiplex.read(deviationHz, FRAME);
        int one = random.nextInt(NOISE - FRAME);
        int other = random.nextInt(NOISE - FRAME);
        for (int i = 0; i < FRAME; i++) {
            turns += deviationHz[i] / RATE_HZ;
            re[LEAD + i] = SineTable.cosine(turns) + noise[one + i];
            im[LEAD + i] = SineTable.sine(turns) + noise[other + i];
        }
        turns -= Math.floor(turns);
        return ChannelSamples.of(re, im, 0.0);
    }
}

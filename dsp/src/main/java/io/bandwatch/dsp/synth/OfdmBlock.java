package io.bandwatch.dsp.synth;

/**
 * A block of orthogonal carriers, as digital radio in the FM band sends beside or instead of a station (CDR, GY/T 268.1-2013:
 * blocks of 100 kHz, 242 carriers 398 Hz apart; figures from secondary sources). Flat-topped, and like noise in time.
 *
 * @param seed of the symbols
 * @param widthHz from the lowest carrier to the highest, Hz
 */
public record OfdmBlock(long seed, double widthHz) implements Multiplex.Source {
    /** Distance of the carriers, Hz. */
    static final double SPACING_HZ = 816e3 / 2048;

    private static final int CDR_CARRIERS = 242;

    public OfdmBlock {
        if (!(widthHz >= 10e3) || !(widthHz <= 200e3)) {
            throw new IllegalArgumentException("widthHz must be 10000 to 200000 Hz, got " + widthHz + " Hz");
        }
    }

    /** One block of CDR. */
    public static OfdmBlock cdr(long seed) {
        return new OfdmBlock(seed, CDR_CARRIERS * SPACING_HZ);
    }

    /** Nothing deviates it: what is sent is {@link #digital()}. */
    @Override
    public Multiplex open(double sampleRateHz) {
        return Multiplex.unmodulated().open(sampleRateHz);
    }

    @Override
    public OfdmBlock digital() {
        return this;
    }
}

package io.bandwatch.dsp.synth;

import java.util.Locale;

/**
 * A modulator that loses hold at the crests of its multiplex and is flung away: what passes a limit throws the carrier far
 * beyond its channel until it returns, as splatter on the next channels but one. The envelope stays constant, as behind any
 * transmitter's limiting amplifier.
 */
public final class Overdriven implements Multiplex {
    /** From holding to flung away takes this part of the limit, so that the carrier sweeps and does not jump. */
    private static final double RISE = 0.2;

    private final Multiplex multiplex;
    private final float limitHz;
    private final float flingHz;

    private Overdriven(Multiplex multiplex, double limitHz, double flingHz) {
        this.multiplex = multiplex;
        this.limitHz = (float) limitHz;
        this.flingHz = (float) flingHz;
    }

    /**
     * A modulator driven beyond its limit.
     *
     * @param source what drives it
     * @param limitHz deviation from which on it loses hold, Hz, positive
     * @param flingHz how far it is flung, Hz: upwards by upward crests if positive, downwards by downward ones if negative
     */
    public static Source of(Source source, double limitHz, double flingHz) {
        if (!(limitHz > 0) || !Double.isFinite(flingHz)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "an overdriven modulator needs limitHz > 0 and a finite flingHz, got %s and %s Hz",
                    limitHz,
                    flingHz));
        }
        return new Source() {
            @Override
            public Multiplex open(double sampleRateHz) {
                return new Overdriven(source.open(sampleRateHz), limitHz, flingHz);
            }

            @Override
            public double reachHz() {
                return source.reachHz() + Math.abs(flingHz);
            }
        };
    }

    @Override
    public void read(float[] deviationHz, int count) {
        multiplex.read(deviationHz, count);
        float side = Math.signum(flingHz);
        for (int i = 0; i < count; i++) {
            double beyond = (side * deviationHz[i] - limitHz) / (RISE * limitHz);
            deviationHz[i] += flingHz * (float) Math.max(0.0, Math.min(1.0, beyond));
        }
    }
}

package io.bandwatch.dsp.synth;

import java.util.List;

/**
 * One transmitter as received.
 *
 * @param frequencyHz carrier frequency at time 0, Hz, errors included
 * @param cnDb power of the carrier over the noise in 200 kHz at its frequency, dB
 * @param driftHzPerS how fast the carrier frequency moves, Hz/s
 * @param multiplex what deviates it
 * @param onAir when it is on air, by rising time; never overlapping
 * @param paths echoes and fading on the way
 * @param levels how the level changes, by rising time
 */
public record Transmission(
        double frequencyHz,
        double cnDb,
        double driftHzPerS,
        Multiplex.Source multiplex,
        List<Span> onAir,
        Paths paths,
        List<LevelStep> levels) {

    public Transmission {
        onAir = List.copyOf(onAir);
        levels = List.copyOf(levels);
    }

    /** A transmission whose level does not change. */
    public Transmission(
            double frequencyHz,
            double cnDb,
            double driftHzPerS,
            Multiplex.Source multiplex,
            List<Span> onAir,
            Paths paths) {
        this(frequencyHz, cnDb, driftHzPerS, multiplex, onAir, paths, List.of());
    }

    /** A steady carrier, always on air, by one path. */
    public static Transmission steady(double frequencyHz, double cnDb, Multiplex.Source multiplex) {
        return new Transmission(frequencyHz, cnDb, 0.0, multiplex, List.of(Span.ALWAYS), Paths.DIRECT);
    }

    /** The same emission with other times on air. */
    public Transmission onAirFrom(double fromS, double toS) {
        return new Transmission(
                frequencyHz, cnDb, driftHzPerS, multiplex, List.of(new Span(fromS, toS)), paths, levels);
    }

    /** The same emission over other paths. */
    public Transmission over(Paths newPaths) {
        return new Transmission(frequencyHz, cnDb, driftHzPerS, multiplex, onAir, newPaths, levels);
    }

    /**
     * A time on air, seconds from the first sample.
     *
     * @param fromS start
     * @param toS end, above {@code fromS}
     */
    public record Span(double fromS, double toS) {
        /** From before the start to after any end. */
        public static final Span ALWAYS = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        public Span {
            if (!(fromS < toS)) {
                throw new IllegalArgumentException("a span needs fromS < toS, got " + fromS + " to " + toS + " s");
            }
        }
    }

    /**
     * The level from a time on.
     *
     * @param atS when, seconds from the first sample
     * @param gainDb gain against the stated carrier to noise ratio, dB
     */
    public record LevelStep(double atS, double gainDb) {}

    /**
     * A second path.
     *
     * @param delayS later than the direct path by so many seconds, not negative
     * @param amplitude against the direct path, 0..1
     * @param dopplerHz frequency shift of this path, Hz
     */
    public record Echo(double delayS, double amplitude, double dopplerHz) {
        public Echo {
            if (!(delayS >= 0 && delayS <= 1e-3) || !(amplitude >= 0 && amplitude <= 1)) {
                throw new IllegalArgumentException("an echo needs delayS in 0..0.001 and amplitude in 0..1, got "
                        + delayS + " s and " + amplitude);
            }
        }
    }

    /**
     * The way from transmitter to receiver. Echoes do not change the mean power (over all phases of the echo); fading
     * only takes away.
     *
     * @param echoes further paths
     * @param fadeRateHz how often the level swings, Hz
     * @param fadeDepthDb how far below its crest the level falls, dB, not negative
     */
    public record Paths(List<Echo> echoes, double fadeRateHz, double fadeDepthDb) {
        /** One path, no fading. */
        public static final Paths DIRECT = new Paths(List.of(), 0.0, 0.0);

        public Paths {
            echoes = List.copyOf(echoes);
            if (!(fadeRateHz >= 0 && fadeRateHz <= 100) || !(fadeDepthDb >= 0)) {
                throw new IllegalArgumentException("fading needs a rate in 0..100 Hz and a depth >= 0 dB, got "
                        + fadeRateHz + " Hz and " + fadeDepthDb + " dB");
            }
        }
    }
}

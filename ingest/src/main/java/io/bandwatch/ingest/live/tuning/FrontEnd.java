package io.bandwatch.ingest.live.tuning;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What of a receiver is set once.
 *
 * @param gainDb gain of the tuner, dB, or null for its own control of gain. Too low: weak carriers drown in the converter's
 *     noise; too high: strong stations make products that look like carriers
 * @param agc whether the converter's digital gain control is on; levels then mean little
 * @param ppm correction of the reference, 1e-6
 * @param directSampling whether the tuner is passed by
 * @param offsetTuning whether a tuner with a zero intermediate frequency is tuned beside it
 * @param biasTee whether the aerial's amplifier is fed
 */
public record FrontEnd(
        @Nullable Double gainDb,
        boolean agc,
        int ppm,
        DirectSampling directSampling,
        boolean offsetTuning,
        boolean biasTee)
        implements Serializable {
    private static final double LEAST_GAIN_DB = -10;
    private static final double MOST_GAIN_DB = 60;
    /** Most that a crystal is corrected by, either way. */
    public static final int MOST_PPM = 1000;

    /** The tuner's own gain, nothing else. */
    public static final FrontEnd USUAL = new FrontEnd(null, false, 0, DirectSampling.OFF, false, false);

    public FrontEnd {
        if (gainDb != null && !(gainDb >= LEAST_GAIN_DB && gainDb <= MOST_GAIN_DB)) {
            throw new IllegalArgumentException("a gain of " + gainDb + " dB is outside -10 to 60 dB");
        }
        if (Math.abs(ppm) > MOST_PPM) {
            throw new IllegalArgumentException("a correction of " + ppm + " ppm is outside -1000 to 1000 ppm");
        }
    }
}

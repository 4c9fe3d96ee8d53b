package io.bandwatch.detectors.reception;

import io.bandwatch.signal.FmReception;
import java.io.Serializable;

/**
 * When nothing modulates a carrier. A pilot alone (4.8 kHz RMS) or radio data alone (1.4 kHz) is a station whose programme is
 * silent, not a bare carrier; a silent mono station without either is bare by all that can be measured.
 *
 * @param limitHz RMS deviation, noise taken off, below which nothing modulates, Hz. Too low: hum keeps a bare carrier from
 *     being told; too high: a silent station with radio data is called bare
 * @param noiseShare share of the noise's mean square that its estimate may be wrong by. Too low: weak bare carriers are not
 *     told; too high: weak silent stations are called bare
 */
public record BareCarrier(double limitHz, double noiseShare) implements Serializable {
    public static final BareCarrier DEFAULT = new BareCarrier(1000, 0.1);

    /** Whether nothing modulated the carrier in this look. */
    public boolean isBare(FmReception look) {
        return rmsHz(look) < Math.sqrt(limitHz * limitHz + noiseShare * look.noiseMeanSquareHz2());
    }

    /** RMS deviation, noise taken off, Hz. */
    public double rmsHz(FmReception look) {
        return Math.sqrt(Math.max(0, look.multiplexMeanSquareHz2() - look.noiseMeanSquareHz2()));
    }
}

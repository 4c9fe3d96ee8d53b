package io.bandwatch.dsp.band;

/**
 * Tells a weak carrier beside a strong station from that station's skirt. Beyond 150 kHz a frequency-modulated spectrum only
 * falls, whatever drives it: at 75 kHz of deviation it is 58 dB down in 44 kHz there, at 95 kHz 44 dB, and 4 dB further down
 * every 10 kHz; where it climbs again, somebody else begins. The other side of the station is no help: within 200 ms its two
 * skirts differ by up to 18 dB, and on the raster somebody else may stand there as well.
 *
 * <p>What a station's modulator flings as far as that climbs, too. Only the waveform tells, later, whose it is.
 */
final class Skirt {
    /** Where Carson's rule ends for 75 kHz and a multiplex of 57 kHz, and then some. */
    private static final double SWING_HZ = 150e3;

    /** 6 dB: an echo bends the spectrum of whoever it belongs to, and a gap of it is narrower than a skirt is steep. */
    private static final double CLIMB = 4.0;

    private final double[] density;
    private final double stepHz;

    /**
     * @param density smoothed power over noise, by bins
     * @param stepHz from bin to bin, Hz
     */
    Skirt(double[] density, double stepHz) {
        this.density = density;
        this.stepHz = stepHz;
    }

    /** Whether a hill beside a stronger one is a carrier of its own. */
    boolean endsBefore(Emission weaker, Emission stronger) {
        if (Math.abs(weaker.peak() - stronger.centroid()) * stepHz < SWING_HZ) {
            return false;
        }
        int step = Integer.signum(stronger.peak() - weaker.peak());
        double valley = density[weaker.peak()];
        for (int i = weaker.peak(); i != stronger.peak(); i += step) {
            valley = Math.min(valley, density[i]);
        }
        return density[weaker.peak()] > CLIMB * valley;
    }
}

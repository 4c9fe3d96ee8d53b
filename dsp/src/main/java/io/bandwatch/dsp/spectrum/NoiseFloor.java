package io.bandwatch.dsp.spectrum;

import java.util.Arrays;

/**
 * The noise under a spectrum, bin by bin, whatever carriers stand in it.
 *
 * <p>Two steps. {@link LowerEnvelope} gives the lie of the floor from the lowest places of the band. Then bins that are
 * no higher above it than noise itself would be are taken for noise and averaged, in linear power, over 150 kHz; under
 * carriers the correction is interpolated. Averaging free bins rather than keeping minima takes away the bias of an
 * order statistic (R. Martin, "Noise power spectral density estimation based on optimal smoothing and minimum
 * statistics", IEEE Trans. Speech Audio Process. 9, 2001, section III); a fixed share of the lowest bins, as in the 20 %
 * rule of ITU-R SM.1753-2, annex 1, would follow neither slope nor ripple and is lifted in a crowded band.
 *
 * <p>Error on the scenes of the tests: below 0.3 dB between carriers, below 0.7 dB under them. A feed that one station
 * fills from edge to edge shows no noise; what is lowest in it is taken for the floor, and the station reads too low.
 */
public final class NoiseFloor {
    /** Width over which bins are averaged before the lowest is looked for: narrower than any gap between stations. */
    static final double SMOOTHING_HZ = 12e3;

    /** Wider bins leave no noise between two stations of the raster. */
    private static final double COARSE_STEP_HZ = 30e3;

    private static final double MEDIAN_HALF_HZ = 1.5e6;

    /**
     * The droop at the ends of a tuner's hops scatters more than any noise; a deviation of a half, beyond which six of
     * them would hide a carrier of 6 dB, is the most that is believed.
     */
    private static final double FEWEST_COARSE_LOOKS = 4.0;

    /** One bin of noise in four thousand is further above its mean. */
    private static final double FREE_DEVIATIONS = 3.5;

    private static final int ROUNDS = 4;
    private static final double CHANNEL_HZ = 200e3;

    private final Spectrum spectrum;
    private final double[] power;

    private NoiseFloor(Spectrum spectrum, double[] power) {
        this.spectrum = spectrum;
        this.power = power;
    }

    /** Estimates the floor of a spectrum. */
    public static NoiseFloor of(Spectrum spectrum) {
        return spectrum.stepHz() > COARSE_STEP_HZ ? coarse(spectrum) : fine(spectrum);
    }

    /**
     * Where a station fills two bins there is no place between stations to look at, and the lowest bins are the drooping
     * ends of a tuner's hops. There the floor is the median over 3 MHz: more than a hop, and more than half of it noise
     * as long as stations are a few hundred kilohertz apart. It counts as many looks as its own scatter is worth.
     */
    private static NoiseFloor coarse(Spectrum spectrum) {
        double[] power = spectrum.power();
        int half = (int) Math.round(MEDIAN_HALF_HZ / spectrum.stepHz());
        double[] floor = new double[power.length];
        for (int i = 0; i < power.length; i++) {
            int from = Math.max(0, Math.min(i - half, power.length - 2 * half - 1));
            double[] near = Arrays.copyOfRange(power, from, Math.min(power.length, from + 2 * half + 1));
            Arrays.sort(near);
            floor[i] = near[near.length / 2];
        }
        double looks = Math.max(FEWEST_COARSE_LOOKS, Math.min(spectrum.looks(), Scatter.looksBelow(power, floor)));
        return new NoiseFloor(new Spectrum(spectrum.startHz(), spectrum.stepHz(), power, looks), floor);
    }

    private static NoiseFloor fine(Spectrum spectrum) {
        int width = Smoothing.oddBins(SMOOTHING_HZ, spectrum.stepHz());
        double[] smooth = Smoothing.boxcar(spectrum.power(), width);
        double deviation = Smoothing.deviation(spectrum.looks(), width);
        double[] floor = LowerEnvelope.of(smooth, spectrum.stepHz(), deviation);
        Refinement refinement = new Refinement(smooth, 1.0 + FREE_DEVIATIONS * deviation, spectrum.stepHz());
        for (int round = 0; round < ROUNDS; round++) {
            refinement.of(floor);
        }
        return new NoiseFloor(spectrum, floor);
    }

    /** The spectrum that this is the floor of. */
    public Spectrum spectrum() {
        return spectrum;
    }

    /** Noise power per bin, linear, one per bin of the spectrum; not to be changed. */
    public double[] power() {
        return power;
    }

    /** Power of a bin above the noise; negative where it happens to lie below. */
    public double excess(int bin) {
        return spectrum.power()[bin] - power[bin];
    }

    /** Noise power in 200 kHz at the density of a bin, linear. */
    public double inChannel(int bin) {
        return power[bin] * CHANNEL_HZ / spectrum.stepHz();
    }
}

package io.bandwatch.dsp.band;

import io.bandwatch.dsp.spectrum.NoiseFloor;
import io.bandwatch.dsp.spectrum.Scatter;
import io.bandwatch.dsp.spectrum.Spectrum;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FrequencyRange;
import java.util.Objects;

/**
 * Measures the band in sweeps of power per bin, as {@code rtl_power} and {@code hackrf_sweep} write them, through the
 * same noise floor and the same finder as I/Q. How many looks a bin holds is not written in a sweep; it is taken from
 * the scatter of the bins, so that a ragged sweep has a high threshold. A sweep has no phase: frequencies are centroids.
 *
 * <p>Not thread-safe; one instance per feed; sweeps are independent.
 */
public final class SweepAnalyser {
    private final FrequencyRange band;

    public SweepAnalyser(FrequencyRange band) {
        this.band = band;
    }

    /**
     * Measures one sweep.
     *
     * @param frequencyHz centres of the bins, rising, equally or nearly equally spaced, length at least {@code count}
     * @param powerDb power in each bin, the receiver's own dB, finite, same length
     * @param count bins of this sweep, at least 8
     */
    public BandMeasurement analyse(double[] frequencyHz, double[] powerDb, int count) {
        Objects.checkFromIndexSize(0, count, Math.min(frequencyHz.length, powerDb.length));
        if (count < Scatter.FEWEST_BINS) {
            throw new IllegalArgumentException("count " + count + " is below " + Scatter.FEWEST_BINS
                    + " bins; sweep a wider range, or in finer steps");
        }
        double stepHz = (frequencyHz[count - 1] - frequencyHz[0]) / (count - 1);
        double[] power = new double[count];
        for (int i = 0; i < count; i++) {
            power[i] = Decibels.toPower(powerDb[i]);
        }
        Spectrum spectrum = new Spectrum(frequencyHz[0], stepHz, power, Scatter.looks(power, stepHz));
        BandView view = BandView.of(band, frequencyHz[0], frequencyHz[count - 1]);
        NoiseFloor floor = NoiseFloor.of(spectrum);
        CarrierMeasurement[] all = new CarrierFinder(floor, SweepAnalyser::oneByDistance)
                .find().stream()
                        .map(emission -> emission.measured(floor))
                        .filter(carrier -> view.shows(carrier.frequencyHz()))
                        .toArray(CarrierMeasurement[]::new);
        return view.measurement(spectrum, floor.power(), all, Double.NaN, 0.0);
    }

    /** Without phase two humps closer than the swing of a station (75 kHz either way) are taken for one. */
    private static boolean oneByDistance(Emission lower, Emission upper, NoiseFloor floor) {
        return (upper.peak() - lower.peak()) * floor.spectrum().stepHz() < 150e3;
    }
}

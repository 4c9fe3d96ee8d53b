package io.bandwatch.dsp.band;

import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FrequencyRange;
import java.util.Objects;

/** Measures the band in sweeps of power per bin. Not thread-safe; one instance per feed; sweeps are independent. */
public final class SweepAnalyser {
    private final FrequencyRange band;

    public SweepAnalyser(FrequencyRange band) {
        this.band = band;
    }

    /**
     * Measures one sweep.
     *
     * @param frequencyHz centres of the bins, rising, equally or nearly equally spaced, length at least {@code count}
     * @param powerDb power in each bin, the receiver's own dB, same length
     * @param count bins of this sweep
     */
    public BandMeasurement analyse(double[] frequencyHz, double[] powerDb, int count) {
        Objects.checkFromIndexSize(0, count, Math.min(frequencyHz.length, powerDb.length));
        return Nothing.between(band, new CarrierMeasurement[0]);
    }
}

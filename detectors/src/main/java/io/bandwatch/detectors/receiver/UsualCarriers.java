package io.bandwatch.detectors.receiver;

import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.RfFrame;

/**
 * How many clear carriers a live receiver hears as a rule. Stations stand on different sites: that all of them are gone from one
 * look to the next is the aerial, its cable or the receiver.
 *
 * @param mean carriers in a look, averaged over half a minute
 */
public record UsualCarriers(double mean) {
    /** Nothing heard yet. */
    public static final UsualCarriers NONE = new UsualCarriers(0);

    /** One or two may well go at once: they may share a mast. */
    private static final double LEAST = 3;

    private static final double CLEAR_SNR_DB = 10;
    private static final double AVERAGE_NS = 30e9;

    /** Whether a look of a live receiver hears nothing where there were always some. */
    public boolean isDeaf(RfFrame look) {
        BandMeasurement band = look.band();
        return look.receiver() != null && band != null && mean >= LEAST && clear(band) == 0;
    }

    /** With one more look. A deaf one teaches nothing. */
    public UsualCarriers with(RfFrame look) {
        BandMeasurement band = look.band();
        if (band == null || isDeaf(look)) {
            return this;
        }
        double weight = Math.min(1, look.durationNs() / AVERAGE_NS);
        return new UsualCarriers(mean + weight * (clear(band) - mean));
    }

    private static int clear(BandMeasurement band) {
        int clear = 0;
        for (CarrierMeasurement carrier : band.carriers()) {
            clear += carrier.snrDb() >= CLEAR_SNR_DB ? 1 : 0;
        }
        return clear;
    }
}

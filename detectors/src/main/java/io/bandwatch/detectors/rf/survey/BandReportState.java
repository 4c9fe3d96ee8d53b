package io.bandwatch.detectors.rf.survey;

import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.RfFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The interval under way. The arrays have a place for each channel of the raster, and are never changed once they stand here.
 *
 * @param from its begin, null before the first look
 * @param reached end of the last look, null before the first
 * @param unheardNs time of it in which nothing came, ns
 * @param clippedShare highest share of samples at full scale, 0..1
 * @param observedNs time that the channel was observed, ns
 * @param level power times that time
 * @param noise noise power times that time
 * @param occupiedNs time of looks in which a carrier was found there, ns
 */
public record BandReportState(
        @Nullable Instant from,
        @Nullable Instant reached,
        long unheardNs,
        double clippedShare,
        double[] observedNs,
        double[] level,
        double[] noise,
        double[] occupiedNs) {
    private static final ChannelRaster RASTER = ChannelRaster.FM;

    /** None. */
    static final BandReportState NOTHING = begun(null);

    /** The next interval, from the end of the one before; null before the first look. */
    static BandReportState begun(@Nullable Instant from) {
        int count = RASTER.count();
        return new BandReportState(
                from, from, 0, 0, new double[count], new double[count], new double[count], new double[count]);
    }

    /** With one more look. */
    BandReportState with(RfFrame frame) {
        BandReportState before = from == null ? begun(frame.time()) : this;
        BandMeasurement band = frame.band();
        long unheardNs =
                before.unheardNs + notLooked(before.reached, frame.time()) + (band == null ? frame.durationNs() : 0);
        if (band == null) {
            return before.until(frame.end(), unheardNs);
        }
        BandReportState next = new BandReportState(
                before.from,
                frame.end(),
                unheardNs,
                Math.max(before.clippedShare, band.clippedShare()),
                before.observedNs.clone(),
                before.level.clone(),
                before.noise.clone(),
                before.occupiedNs.clone());
        next.add(band, frame.durationNs());
        return next;
    }

    private BandReportState until(Instant end, long allUnheardNs) {
        return new BandReportState(from, end, allUnheardNs, clippedShare, observedNs, level, noise, occupiedNs);
    }

    /** Time from one look to the next, as where the service was not there: nothing was heard in it, ns. */
    private static long notLooked(@Nullable Instant reached, Instant next) {
        return reached == null ? 0 : Math.max(0, Duration.between(reached, next).toNanos());
    }

    private void add(BandMeasurement band, long durationNs) {
        boolean[] occupied = new boolean[RASTER.count()];
        for (CarrierMeasurement carrier : band.carriers()) {
            if (RASTER.covers(carrier.frequencyHz())) {
                occupied[RASTER.nearest(carrier.frequencyHz())] = true;
            }
        }
        for (int i = 0; i < band.channelLevelDbfs().length; i++) {
            int channel = band.firstChannel() + i;
            if (channel >= 0 && channel < RASTER.count()) {
                observedNs[channel] += durationNs;
                level[channel] += Decibels.toPower(band.channelLevelDbfs()[i]) * durationNs;
                noise[channel] += Decibels.toPower(band.channelNoiseDbfs()[i]) * durationNs;
                occupiedNs[channel] += occupied[channel] ? durationNs : 0;
            }
        }
    }

    /** What it came to. */
    BandRecord record(String feed, Instant begin, long durationNs) {
        return new BandRecord(
                feed,
                begin,
                durationNs,
                unheardNs,
                clippedShare,
                each(channel -> Decibels.ofPower(level[channel] / observedNs[channel])),
                each(channel -> Decibels.ofPower(noise[channel] / observedNs[channel])),
                each(channel -> occupiedNs[channel] / observedNs[channel]));
    }

    /** Of what was not observed nothing is known. */
    private double[] each(IntToDoubleFunction value) {
        double[] values = new double[observedNs.length];
        Arrays.setAll(values, channel -> observedNs[channel] == 0 ? Double.NaN : value.applyAsDouble(channel));
        return values;
    }
}

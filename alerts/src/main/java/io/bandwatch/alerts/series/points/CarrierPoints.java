package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.reception.Modulation;
import io.bandwatch.detectors.sound.SoundFigures;
import io.bandwatch.detectors.verdict.CarrierRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Points of carriers. */
public final class CarrierPoints {
    private static final double NS_PER_S = 1e9;
    private static final int MHZ_DIGITS = 6;
    private static final int MHZ_WHOLE_DIGITS = 3;

    private CarrierPoints() {}

    /** The point of an interval, or of a whole recording; none of a carrier that shares its channel with too many. */
    public static List<Point> of(CarrierRecord carrier) {
        if (carrier.slot() >= MetricSchema.MOST_SLOTS) {
            return List.of();
        }
        return List.of(carrier.interval() ? interval(carrier) : recording(carrier));
    }

    private static Point recording(CarrierRecord carrier) {
        return tagged(new PointBuilder(MetricSchema.RECORDED_CARRIERS, carrier.time(), carrier.durationNs()), carrier)
                .number("duration_s", carrier.durationNs() / NS_PER_S)
                .number("presence", carrier.presence())
                .build();
    }

    private static Point interval(CarrierRecord carrier) {
        double onAirNs = carrier.presence() * carrier.durationNs();
        PointBuilder point =
                tagged(new PointBuilder(MetricSchema.CARRIERS, carrier.time(), Math.round(onAirNs)), carrier);
        return received(point, carrier.modulation())
                .number("on_air_s", onAirNs / NS_PER_S)
                .build();
    }

    private static PointBuilder tagged(PointBuilder point, CarrierRecord carrier) {
        return point.tag(MetricSchema.FEED, carrier.feed())
                .tag(MetricSchema.CHANNEL_MHZ, mhz(carrier.channelHz()))
                .tag(MetricSchema.SLOT, Integer.toString(carrier.slot()))
                .number("frequency_hz", carrier.frequencyHz())
                .number("level_dbfs", carrier.levelDbfs())
                .number("snr_db", carrier.snrDb())
                .number("occupied_bandwidth_hz", carrier.occupiedBandwidthHz())
                .text("verdict", carrier.verdict().code())
                .number("confidence", carrier.confidence())
                .text("station", carrier.station());
    }

    private static PointBuilder received(PointBuilder point, Modulation modulation) {
        if (!modulation.received()) {
            return point;
        }
        SoundFigures sound = modulation.sound();
        RdsStation rds = modulation.rds();
        Integer pi = rds == null ? null : rds.pi();
        return point.number("peak_deviation_hz", modulation.peakDeviationHz())
                .number("rms_deviation_hz", modulation.rmsDeviationHz())
                .number("mpx_power_dbr", modulation.mpxPowerDbr())
                .number("pilot_deviation_hz", modulation.pilotDeviationHz())
                .number("stereo", modulation.stereo() ? 1 : 0)
                .number("audio_level_dbfs", sound.levelDbfs())
                .number("loudness_lufs", sound.loudnessLufs())
                .number("silence_share", sound.silenceShare())
                .text("pi", pi == null ? null : String.format(Locale.ROOT, "%04X", pi))
                .text("ps", rds == null ? null : rds.ps())
                .number("rds_block_error_rate", modulation.blockErrorRate());
    }

    /** {@code 98100000} is {@code 098.1}, {@code 98000000} is {@code 098.0}: texts that sort as their numbers do. */
    static String mhz(long channelHz) {
        BigDecimal mhz = BigDecimal.valueOf(channelHz, MHZ_DIGITS).stripTrailingZeros();
        String text = mhz.setScale(Math.max(1, mhz.scale())).toPlainString();
        return "0".repeat(Math.max(0, MHZ_WHOLE_DIGITS - text.indexOf('.'))) + text;
    }
}

package io.bandwatch.alerts.series;

import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.signal.ChannelRaster;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is ever written to the store. Tags are few and bounded (feeds, channels of the raster, services, kinds);
 * ids and texts are fields, for a tag with many values makes as many series, and points of a spectrum are not stored at all.
 */
public final class MetricSchema {
    public static final String FEED = "feed";
    /** Raster channel in MHz, as text such as {@code 098.1}, which sorts as numbers do. */
    public static final String CHANNEL_MHZ = "channel_mhz";
    /** 0, or more where carriers share a channel. */
    public static final String SLOT = "slot";
    /** Service of the feed's transport stream, program_number; 0 for none. */
    public static final String SERVICE = "service";
    /** Indicator of TR 101 290 with its number, such as {@code 1.4 continuity_count_error}. */
    public static final String INDICATOR = "indicator";

    public static final String KIND = "kind";
    public static final String SEVERITY = "severity";

    /** Services of one feed that have series; program_number has 16 bits, and a broken PAT may name them all. */
    public static final int MOST_SERVICES = 128;

    /** Carriers of one channel that have series. */
    public static final int MOST_SLOTS = 8;

    private static final Tags OF_FEED = new Tags(List.of(FEED), Tags.Extent::feeds);
    private static final Tags OF_CHANNEL = new Tags(List.of(CHANNEL_MHZ), extent -> ChannelRaster.FM.count());
    private static final Tags OF_CARRIER = new Tags(List.of(CHANNEL_MHZ, SLOT), extent -> carriers());
    private static final Tags OF_SERVICE = new Tags(List.of(SERVICE), Tags.Extent::services);
    private static final Tags OF_INDICATOR = new Tags(List.of(INDICATOR), extent -> TsIndicator.values().length);
    private static final Tags OF_KIND = new Tags(List.of(KIND), extent -> IncidentKind.values().length);
    /** A carrier, a service, or the feed as a whole. */
    private static final Tags OF_SUBJECT =
            new Tags(List.of(CHANNEL_MHZ, SLOT, SERVICE), extent -> carriers() + extent.services() + 1);

    private static final Tags OF_SEVERITY = new Tags(List.of(SEVERITY), extent -> Severity.values().length);

    /** Where a feed is received; only where the configuration says so. */
    private static final List<Field> PLACE = List.of(
            Field.text("site"),
            Field.number("latitude", "deg", Fold.LAST),
            Field.number("longitude", "deg", Fold.LAST));

    /** A feed. */
    public static final Measurement FEEDS = series(
            "feed",
            List.of(OF_FEED),
            with(
                    PLACE,
                    Field.number("heard_s", "s", Fold.SUM),
                    Field.number("unheard_s", "s", Fold.SUM),
                    Field.number("clipped_share", "1", Fold.MAX)));

    /** A live receiver. Samples are counted since it was begun. */
    public static final Measurement RECEIVERS = series(
            "receiver",
            List.of(OF_FEED),
            List.of(
                    Field.number("received_samples", "1", Fold.LAST),
                    Field.number("dropped_samples", "1", Fold.LAST),
                    Field.number("openings", "1", Fold.LAST),
                    Field.number("drift_ppm", "ppm", Fold.MEAN),
                    Field.number("stuck_share", "1", Fold.MAX),
                    Field.number("revisit_s", "s", Fold.LAST)));

    /** A channel of the raster, on air or not. Occupancy is the share of looks in which a carrier was found there. */
    public static final Measurement CHANNELS = series(
            "channel",
            List.of(OF_FEED, OF_CHANNEL),
            List.of(
                    Field.number("level_dbfs", "dBFS", Fold.POWER_MEAN).withExtremes(),
                    Field.number("noise_dbfs", "dBFS", Fold.POWER_MEAN),
                    Field.number("occupancy", "1", Fold.MEAN),
                    Field.number("registered", "1", Fold.MAX),
                    Field.text("stations")));

    /** A carrier while it is on air. */
    public static final Measurement CARRIERS = series(
            "carrier",
            List.of(OF_FEED, OF_CARRIER),
            List.of(
                    Field.number("on_air_s", "s", Fold.SUM),
                    Field.number("frequency_hz", "Hz", Fold.MEAN),
                    Field.number("level_dbfs", "dBFS", Fold.POWER_MEAN).withExtremes(),
                    Field.number("snr_db", "dB", Fold.POWER_MEAN),
                    Field.number("occupied_bandwidth_hz", "Hz", Fold.MEAN),
                    Field.text("verdict"),
                    Field.number("confidence", "1", Fold.MEAN),
                    Field.text("station"),
                    Field.number("peak_deviation_hz", "Hz", Fold.MEAN).withExtremes(),
                    Field.number("rms_deviation_hz", "Hz", Fold.RMS),
                    Field.number("mpx_power_dbr", "dBr", Fold.POWER_MEAN).withExtremes(),
                    Field.number("pilot_deviation_hz", "Hz", Fold.MEAN),
                    Field.number("stereo", "1", Fold.MEAN),
                    Field.text("pi"),
                    Field.text("ps"),
                    Field.number("rds_block_error_rate", "1", Fold.LAST),
                    Field.number("audio_level_dbfs", "dBFS", Fold.POWER_MEAN),
                    Field.number("loudness_lufs", "LUFS", Fold.POWER_MEAN).withExtremes(),
                    Field.number("silence_share", "1", Fold.MEAN)));

    /**
     * A transport stream. Packets and errors are counted since it was begun; measured packets, datagrams and what was dropped since
     * the feed was opened, so that all that was sent can be accounted for.
     */
    public static final Measurement STREAMS = series(
            "stream",
            List.of(OF_FEED),
            List.of(
                    Field.number("bitrate_bps", "bit/s", Fold.MEAN).withExtremes(),
                    Field.number("packets", "1", Fold.LAST),
                    Field.number("null_packets", "1", Fold.LAST),
                    Field.number("scrambled_packets", "1", Fold.LAST),
                    Field.number("measured_packets", "1", Fold.LAST),
                    Field.number("datagrams", "1", Fold.LAST),
                    Field.number("lost_datagrams", "1", Fold.LAST),
                    Field.number("dropped_blocks", "1", Fold.LAST),
                    Field.number("dropped_bytes", "1", Fold.LAST),
                    Field.number("socket_drops", "1", Fold.LAST)));

    /** An indicator of ETSI TR 101 290 that can be measured on a stream. Errors are counted since it was begun. */
    public static final Measurement INDICATORS = series(
            "tr101290",
            List.of(OF_FEED, OF_INDICATOR),
            List.of(Field.number("errors", "1", Fold.LAST), Field.number("running", "1", Fold.MAX)));

    /** A service as the tables of its stream show it. */
    public static final Measurement SERVICES = series(
            "service",
            List.of(OF_FEED, OF_SERVICE),
            List.of(
                    Field.text("name"),
                    Field.number("bitrate_bps", "bit/s", Fold.MEAN).withExtremes(),
                    Field.number("scrambled", "1", Fold.MAX)));

    /** Pictures and first sound track of a service that is decoded. */
    public static final Measurement PROGRAMMES = series(
            "programme",
            List.of(OF_FEED, OF_SERVICE),
            List.of(
                    Field.number("loudness_lufs", "LUFS", Fold.POWER_MEAN).withExtremes(),
                    Field.number("true_peak_dbfs", "dBFS", Fold.MAX),
                    Field.number("silence_share", "1", Fold.MEAN),
                    Field.number("black_share", "1", Fold.MEAN),
                    Field.number("still_share", "1", Fold.MEAN),
                    Field.number("bars_share", "1", Fold.MEAN),
                    Field.number("missing_pictures", "1", Fold.SUM),
                    Field.number("missing_samples", "1", Fold.SUM),
                    Field.number("decoder_errors", "1", Fold.SUM),
                    Field.number("decoder_restarts", "1", Fold.LAST)));

    /** A carrier over a whole recording. Time: begin of the recording. */
    public static final Measurement RECORDED_CARRIERS = alone(
            "carrier_recording",
            List.of(OF_FEED, OF_CARRIER),
            List.of(
                    Field.number("duration_s", "s", Fold.LAST),
                    Field.number("frequency_hz", "Hz", Fold.LAST),
                    Field.number("level_dbfs", "dBFS", Fold.LAST),
                    Field.number("snr_db", "dB", Fold.LAST),
                    Field.number("occupied_bandwidth_hz", "Hz", Fold.LAST),
                    Field.number("presence", "1", Fold.LAST),
                    Field.text("verdict"),
                    Field.number("confidence", "1", Fold.LAST),
                    Field.text("station")));

    /** An incident. Time: {@code opened}, so that every later state of an incident overwrites the earlier one. */
    public static final Measurement INCIDENTS = alone(
            "incident",
            List.of(OF_KIND, OF_FEED, OF_SUBJECT),
            with(
                    PLACE,
                    Field.text("id"),
                    Field.text("state"),
                    Field.text("severity"),
                    Field.number("severity_level", "1", Fold.LAST),
                    Field.number("opened_ms", "ms since 1970", Fold.LAST),
                    Field.number("raised_ms", "ms since 1970", Fold.LAST),
                    Field.number("closed_ms", "ms since 1970", Fold.LAST),
                    Field.number("updated_ms", "ms since 1970", Fold.LAST),
                    Field.number("presence_count", "1", Fold.LAST),
                    Field.number("measured", "in unit", Fold.LAST),
                    Field.number("threshold", "in unit", Fold.LAST),
                    Field.text("unit")));

    /** How many incidents of a feed are open. Time: when that changed. */
    public static final Measurement OPEN_INCIDENTS = alone(
            "open_incidents", List.of(OF_FEED, OF_KIND, OF_SEVERITY), List.of(Field.number("open", "1", Fold.LAST)));

    private static final List<Measurement> ALL = List.of(
            FEEDS,
            RECEIVERS,
            CHANNELS,
            CARRIERS,
            STREAMS,
            INDICATORS,
            SERVICES,
            PROGRAMMES,
            RECORDED_CARRIERS,
            INCIDENTS,
            OPEN_INCIDENTS);

    private static final Map<String, Measurement> BY_BASE =
            ALL.stream().collect(Collectors.toMap(Measurement::base, Function.identity()));

    private MetricSchema() {}

    /** All measurements. */
    public static List<Measurement> measurements() {
        return ALL;
    }

    /** Most series that an installation of this extent has in its store. */
    public static long series(Tags.Extent extent) {
        return ALL.stream().mapToLong(measurement -> measurement.series(extent)).sum();
    }

    /** The measurement of this base name. */
    public static Measurement measurement(String base) {
        Measurement known = BY_BASE.get(base);
        if (known == null) {
            throw new IllegalArgumentException("no measurement is called " + base);
        }
        return known;
    }

    private static long carriers() {
        return (long) ChannelRaster.FM.count() * MOST_SLOTS;
    }

    private static List<Field> with(List<Field> first, Field... more) {
        return Stream.concat(first.stream(), Arrays.stream(more)).toList();
    }

    private static Measurement series(String base, List<Tags> tags, List<Field> fields) {
        return new Measurement(base, tags, fields, true);
    }

    private static Measurement alone(String base, List<Tags> tags, List<Field> fields) {
        return new Measurement(base, tags, fields, false);
    }
}

package io.bandwatch.alerts.influx;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names and units of everything in the store. Tags are few and bounded (feeds, channels of the raster, slots, kinds);
 * ids and texts are fields, for a tag with many values makes as many series.
 */
public final class MetricSchema {
    public static final String CARRIER = "carrier";
    public static final String INCIDENT = "incident";

    public static final String FEED = "feed";
    /** Raster channel in MHz, as text such as {@code 98.1}. */
    public static final String CHANNEL_MHZ = "channel_mhz";
    /** 0, or more where carriers share a channel. */
    public static final String SLOT = "slot";
    /** {@link #SPAN_RECORDING} or {@link #SPAN_INTERVAL}. */
    public static final String SPAN = "span";

    public static final String SPAN_RECORDING = "recording";
    public static final String SPAN_INTERVAL = "interval";
    public static final String KIND = "kind";

    public static final String DURATION_S = "duration_s";
    public static final String FREQUENCY_HZ = "frequency_hz";
    public static final String LEVEL_DBFS = "level_dbfs";
    public static final String SNR_DB = "snr_db";
    public static final String OCCUPIED_BANDWIDTH_HZ = "occupied_bandwidth_hz";
    public static final String PRESENCE = "presence";
    public static final String VERDICT = "verdict";
    public static final String CONFIDENCE = "confidence";
    public static final String STATION = "station";

    public static final String ID = "id";
    public static final String STATE = "state";
    public static final String SEVERITY = "severity";
    public static final String RAISED_NS = "raised_ns";
    public static final String CLOSED_NS = "closed_ns";
    public static final String UPDATED_NS = "updated_ns";
    public static final String PRESENCES = "presences";
    public static final String MEASURED = "measured";
    public static final String THRESHOLD = "threshold";
    public static final String UNIT = "unit";

    private MetricSchema() {}

    /**
     * One measurement.
     *
     * @param name name in the store
     * @param tags names of its tags
     * @param fields names of its fields, each with its unit; {@code 1} for counts and shares, empty for texts
     */
    public record Measurement(String name, Set<String> tags, Map<String, String> fields) {}

    /** Everything that is ever written. */
    public static List<Measurement> measurements() {
        return List.of(carrier(), incident());
    }

    /** Time: begin of the recording or interval. */
    private static Measurement carrier() {
        return new Measurement(
                CARRIER,
                Set.of(FEED, CHANNEL_MHZ, SLOT, SPAN),
                Map.of(
                        DURATION_S, "s",
                        FREQUENCY_HZ, "Hz",
                        LEVEL_DBFS, "dBFS",
                        SNR_DB, "dB",
                        OCCUPIED_BANDWIDTH_HZ, "Hz",
                        PRESENCE, "1",
                        VERDICT, "",
                        CONFIDENCE, "1",
                        STATION, ""));
    }

    /** Time: {@code opened}, so that every later state of an incident overwrites the earlier one. */
    private static Measurement incident() {
        return new Measurement(
                INCIDENT,
                Set.of(KIND, FEED, CHANNEL_MHZ, SLOT),
                Map.of(
                        ID, "",
                        STATE, "",
                        SEVERITY, "",
                        RAISED_NS, "ns",
                        CLOSED_NS, "ns",
                        UPDATED_NS, "ns",
                        PRESENCES, "1",
                        MEASURED, "in unit",
                        THRESHOLD, "in unit",
                        UNIT, ""));
    }
}

package io.bandwatch.deploy.grafana;

import static io.bandwatch.deploy.grafana.Looks.HALF;
import static io.bandwatch.deploy.grafana.Looks.HIGH;
import static io.bandwatch.deploy.grafana.Looks.WHOLE;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.deploy.grafana.board.Board;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import io.bandwatch.deploy.grafana.board.Json;
import io.bandwatch.deploy.grafana.board.Panel;
import io.bandwatch.deploy.grafana.board.Query;
import io.bandwatch.deploy.grafana.board.Unit;

/** The band as one feed hears it: 211 channels by time, and what the register has there. */
final class BandBoard {
    private static final int HEIGHT = 16;

    private BandBoard() {}

    static Board of(BoardTexts texts) {
        Looks looks = new Looks(texts);
        return new Board("band", texts)
                .resolutions(Resolution.MINUTE)
                .feeds("channel_1s", false)
                .incidents("\"channel_mhz\" != '000.0'")
                .panel(heat("band.occupancy", texts, channels(looks)))
                .panel(heat("band.unregistered", texts, channels(looks).where("registered", "= 0")))
                .panel(levels(texts, looks))
                .panel(looks.table("band.channels", WHOLE, HIGH, register(looks))
                        .sortedBy("occupancy"))
                .panel(looks.curves(
                        "band.noise",
                        Unit.DBFS,
                        HALF,
                        looks.query(MetricSchema.CHANNELS)
                                .each("mean", "noise_dbfs")
                                .overTime("none", "$col")))
                .panel(looks.curves(
                        "band.carriers",
                        Unit.DBFS,
                        HALF,
                        looks.query(MetricSchema.CARRIERS)
                                .each("mean", "level_dbfs")
                                .by(MetricSchema.CHANNEL_MHZ)
                                .overTime("none", "$tag_channel_mhz")));
    }

    private static Query channels(Looks looks) {
        return looks.query(MetricSchema.CHANNELS)
                .each("mean", "occupancy")
                .by(MetricSchema.CHANNEL_MHZ)
                .overTime("none", "$tag_channel_mhz");
    }

    private static Query register(Looks looks) {
        return looks.query(MetricSchema.CHANNELS)
                .each("mean", "occupancy")
                .each("last", "level_dbfs", "registered", "stations")
                .by(MetricSchema.CHANNEL_MHZ);
    }

    /** Rows are the series, in the order in which they come: that of the channels' names. */
    private static Panel heat(String key, BoardTexts texts, Query query) {
        return new Panel("heatmap", key, texts, HALF, HEIGHT)
                .unit(Unit.SHARE)
                .range(0, 1)
                .options(
                        "calculate", false,
                        "cellGap", 0,
                        "cellValues", Json.object("unit", "percentunit"),
                        "color",
                                Json.object(
                                        "mode",
                                        "scheme",
                                        "scheme",
                                        "Turbo",
                                        "steps",
                                        64,
                                        "min",
                                        0,
                                        "max",
                                        1,
                                        "fill",
                                        "dark-orange",
                                        "exponent",
                                        0.5,
                                        "reverse",
                                        false),
                        "exemplars", Json.object("color", "rgba(255,0,255,0.7)"),
                        "filterValues", Json.object("le", 1e-9),
                        "legend", Json.object("show", true),
                        "rowsFrame", Json.object("layout", "auto"),
                        "tooltip", Json.object("mode", "single", "showColorScale", true, "yHistogram", false),
                        "yAxis", Json.object("axisPlacement", "left", "reverse", false, "unit", "suffix: MHz"))
                .query(query);
    }

    /** Level and noise of each channel, with the register as bars behind. */
    private static Panel levels(BoardTexts texts, Looks looks) {
        return new Panel("barchart", "band.levels", texts, WHOLE, HIGH)
                .unit(Unit.DBFS)
                .custom("fillOpacity", 60, "lineWidth", 0)
                .options(
                        "xField",
                        texts.column("channel_mhz"),
                        "orientation",
                        "vertical",
                        "barWidth",
                        0.9,
                        "groupWidth",
                        0.9,
                        "xTickLabelRotation",
                        -90,
                        "xTickLabelSpacing",
                        100,
                        "showValue",
                        "never",
                        "stacking",
                        "none",
                        "legend",
                        Looks.legend(true),
                        "tooltip",
                        Json.object("mode", "multi", "sort", "none"))
                .query(looks.query(MetricSchema.CHANNELS)
                        .in(Resolution.MINUTE)
                        .each("last", "level_dbfs")
                        .each("max", "level_dbfs_max")
                        .each("min", "level_dbfs_min")
                        .each("last", "noise_dbfs", "registered")
                        .by(MetricSchema.CHANNEL_MHZ));
    }
}

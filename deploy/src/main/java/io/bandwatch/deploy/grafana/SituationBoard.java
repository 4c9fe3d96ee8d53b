package io.bandwatch.deploy.grafana;

import static io.bandwatch.deploy.grafana.Looks.HALF;
import static io.bandwatch.deploy.grafana.Looks.HIGH;
import static io.bandwatch.deploy.grafana.Looks.USUAL;
import static io.bandwatch.deploy.grafana.Looks.WHOLE;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.deploy.grafana.board.Board;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import io.bandwatch.deploy.grafana.board.Json;
import io.bandwatch.deploy.grafana.board.Panel;
import io.bandwatch.deploy.grafana.board.Query;
import io.bandwatch.deploy.grafana.board.Unit;
import java.util.List;
import java.util.Map;

/** What stands now: sites and suspects on a map, the worst first. */
final class SituationBoard {
    /** Points of incidents stand at their onset: what has been open for days is on the page all the same. */
    private static final String OPEN_FOR = "90d";

    private SituationBoard() {}

    static Board of(BoardTexts texts) {
        Looks looks = new Looks(texts);
        return new Board("situation", texts)
                .resolutions(Resolution.MINUTE)
                .feeds("feed_1s", true)
                .incidents("\"state\" = 'open'")
                .panel(looks.numbers("situation.open", Unit.COUNT, HALF, open(looks))
                        .limits(1, 5))
                .panel(looks.numbers("situation.unheard", Unit.SHARE, HALF, unheard(looks))
                        .limits(0.01, 0.5))
                .panel(map(texts, looks))
                .panel(looks.table("situation.worst", HALF, HIGH, worst(looks))
                        .words("severity_level", looks.severities())
                        .words("kind", looks.kinds())
                        .sortedBy("severity_level"))
                .panel(looks.table("situation.suspects", WHOLE, USUAL, suspects(looks))
                        .words("verdict", looks.verdicts())
                        .sortedBy("level_dbfs"));
    }

    private static Query open(Looks looks) {
        return looks.query(MetricSchema.OPEN_INCIDENTS)
                .each("last", "open")
                .by(MetricSchema.KIND, MetricSchema.SEVERITY, MetricSchema.FEED)
                .alsoBefore(OPEN_FOR)
                .asSeries("$tag_severity · $tag_kind · $tag_feed");
    }

    private static Query unheard(Looks looks) {
        return looks.query(MetricSchema.FEEDS)
                .expression("sum({unheard_s}) / (sum({heard_s}) + sum({unheard_s}))", "unheard_share")
                .by(MetricSchema.FEED)
                .asSeries("$tag_feed");
    }

    private static Query worst(Looks looks) {
        return looks.query(MetricSchema.INCIDENTS)
                .values("severity_level", "kind", "feed", "channel_mhz", "service", "site", "measured", "unit", "id")
                .where("state", "= 'open'")
                .alsoBefore(OPEN_FOR);
    }

    private static Query suspects(Looks looks) {
        return looks.query(MetricSchema.CARRIERS)
                .each("last", "verdict", "frequency_hz", "level_dbfs", "snr_db", "confidence", "ps")
                .where("verdict", "=~ /^(unlicensed|undetermined|relay-not-registered)$/")
                .by(MetricSchema.FEED, MetricSchema.CHANNEL_MHZ, MetricSchema.SLOT);
    }

    private static Panel map(BoardTexts texts, Looks looks) {
        return new Panel("geomap", "situation.map", texts, HALF, HIGH)
                .options(
                        "view",
                        Json.object("id", "fit", "allLayers", true, "lat", 35, "lon", 105, "zoom", 4),
                        "basemap",
                        Json.object("type", "default", "name", "Layer 0"),
                        "controls",
                        Json.object("showZoom", true, "mouseWheelZoom", true, "showAttribution", true),
                        "tooltip",
                        Json.object("mode", "details"),
                        "layers",
                        List.of(
                                layer(texts, "situation.map.sites", "A", Json.object("fixed", "green"), 6),
                                layer(
                                        texts,
                                        "situation.map.incidents",
                                        "B",
                                        Json.object("field", texts.column("severity_level"), "fixed", "red"),
                                        12)))
                .query(looks.query(MetricSchema.FEEDS)
                        .each("last", "latitude", "longitude", "site")
                        .by(MetricSchema.FEED))
                .query(looks.query(MetricSchema.INCIDENTS)
                        .values("latitude", "longitude", "site", "severity_level", "kind", "channel_mhz")
                        .where("state", "= 'open'")
                        .alsoBefore(OPEN_FOR))
                .words("severity_level", looks.severities())
                .words("kind", looks.kinds())
                .overlaidBy("severity_level");
    }

    /** Points of one of the two questions, at the columns of a place. */
    private static Map<String, Object> layer(
            BoardTexts texts, String key, String refId, Map<String, Object> color, int size) {
        return Json.object(
                "name",
                texts.text(key),
                "type",
                "markers",
                "tooltip",
                true,
                "filterData",
                Json.object("id", "byRefId", "options", refId),
                "location",
                Json.object(
                        "mode", "coords",
                        "latitude", texts.column("latitude"),
                        "longitude", texts.column("longitude")),
                "config",
                Json.object(
                        "showLegend",
                        true,
                        "style",
                        Json.object(
                                "color",
                                color,
                                "opacity",
                                0.6,
                                "size",
                                Json.object("fixed", size, "min", 2, "max", 15))));
    }
}

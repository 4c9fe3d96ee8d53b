package io.bandwatch.deploy.grafana;

import static io.bandwatch.deploy.grafana.Looks.HALF;
import static io.bandwatch.deploy.grafana.Looks.HIGH;
import static io.bandwatch.deploy.grafana.Looks.WHOLE;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.deploy.grafana.board.Board;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import io.bandwatch.deploy.grafana.board.Panel;
import io.bandwatch.deploy.grafana.board.Query;
import io.bandwatch.deploy.grafana.board.Unit;

/** Incidents: when, how many were open, for how long. */
final class IncidentsBoard {
    private final Looks looks;

    private IncidentsBoard(Looks looks) {
        this.looks = looks;
    }

    static Board of(BoardTexts texts) {
        return new IncidentsBoard(new Looks(texts)).board(texts);
    }

    private Board board(BoardTexts texts) {
        return new Board("incidents", texts)
                .from("now-7d")
                .feeds("feed_1s", true)
                .choice("kind", MetricSchema.KIND, "incident", "", true)
                .incidents("\"kind\" =~ /^$kind$/")
                .panel(looks.numbers(
                        "incidents.count",
                        Unit.COUNT,
                        WHOLE,
                        chosen().expression("count({id})", "incidents")
                                .by(MetricSchema.KIND)
                                .asSeries("$tag_kind")))
                .panel(looks.curves("incidents.open", Unit.COUNT, HALF, open())
                        .custom("lineInterpolation", "stepAfter", "fillOpacity", 20, "showPoints", "never"))
                .panel(durations())
                .panel(looks.table("incidents.all", WHOLE, HIGH, all())
                        .words("severity_level", looks.severities())
                        .words("kind", looks.kinds())
                        .words("state", looks.states())
                        .sortedBy("time"));
    }

    private Query chosen() {
        return looks.query(MetricSchema.INCIDENTS).where(MetricSchema.KIND, "=~ /^$kind$/");
    }

    private Query open() {
        return looks.query(MetricSchema.OPEN_INCIDENTS)
                .where(MetricSchema.KIND, "=~ /^$kind$/")
                .each("last", "open")
                .by(MetricSchema.KIND, MetricSchema.SEVERITY, MetricSchema.FEED)
                .overTime("previous", "$tag_kind · $tag_severity · $tag_feed");
    }

    private Panel durations() {
        return looks.curves(
                        "incidents.durations",
                        Unit.SECONDS,
                        HALF,
                        chosen().expression("({closed_ms} - {opened_ms}) / 1000", "duration_s")
                                .by(MetricSchema.KIND)
                                .asSeries("$tag_kind"))
                .custom("drawStyle", "points", "pointSize", 6);
    }

    private Query all() {
        return chosen().values(
                        "severity_level",
                        "state",
                        "kind",
                        "feed",
                        "channel_mhz",
                        "slot",
                        "service",
                        "site",
                        "raised_ms",
                        "closed_ms",
                        "presence_count",
                        "measured",
                        "threshold",
                        "unit",
                        "id");
    }
}

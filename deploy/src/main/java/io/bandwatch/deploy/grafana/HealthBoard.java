package io.bandwatch.deploy.grafana;

import static io.bandwatch.deploy.grafana.Looks.HALF;
import static io.bandwatch.deploy.grafana.Looks.USUAL;
import static io.bandwatch.deploy.grafana.Looks.WHOLE;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.deploy.grafana.board.Board;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import io.bandwatch.deploy.grafana.board.Query;
import io.bandwatch.deploy.grafana.board.Unit;

/** Receivers and probes: whether they hear, and whether this machine keeps up with them. */
final class HealthBoard {
    private final Looks looks;

    private HealthBoard(Looks looks) {
        this.looks = looks;
    }

    static Board of(BoardTexts texts) {
        return new HealthBoard(new Looks(texts)).board(texts);
    }

    private Board board(BoardTexts texts) {
        return new Board("health", texts)
                .resolutions(Resolution.MINUTE)
                .feeds("feed_1s", true)
                .incidents("\"kind\" =~ /^(feed-lost|receiver-fault)$/")
                .panel(looks.curves("health.heard", Unit.SECONDS, WHOLE, feeds("sum", "heard_s", "unheard_s")))
                .panel(looks.curves("health.clipped", Unit.SHARE, HALF, feeds("max", "clipped_share")))
                .panel(looks.curves("health.samples", Unit.COUNT, HALF, samples()))
                .panel(looks.curves("health.clock", Unit.PPM, HALF, receivers("last", "drift_ppm", "openings")))
                .panel(looks.curves("health.stuck", Unit.SHARE, HALF, receivers("max", "stuck_share"))
                        .range(0, 1))
                .panel(looks.table(
                        "health.receivers",
                        HALF,
                        USUAL,
                        looks.query(MetricSchema.RECEIVERS)
                                .each(
                                        "last",
                                        "received_samples",
                                        "dropped_samples",
                                        "openings",
                                        "drift_ppm",
                                        "revisit_s")
                                .by(MetricSchema.FEED)))
                .panel(looks.table(
                        "health.streams",
                        HALF,
                        USUAL,
                        looks.query(MetricSchema.STREAMS)
                                .each("last", "packets", "lost_datagrams", "dropped_blocks", "socket_drops")
                                .by(MetricSchema.FEED)));
    }

    private Query feeds(String function, String... fields) {
        return looks.query(MetricSchema.FEEDS)
                .each(function, fields)
                .by(MetricSchema.FEED)
                .overTime("none", "$tag_feed · $col");
    }

    private Query receivers(String function, String... fields) {
        return looks.query(MetricSchema.RECEIVERS)
                .each(function, fields)
                .by(MetricSchema.FEED)
                .overTime("none", "$tag_feed · $col");
    }

    private Query samples() {
        return looks.query(MetricSchema.RECEIVERS)
                .expression("non_negative_difference(last({received_samples}))", "received_samples")
                .expression("non_negative_difference(last({dropped_samples}))", "dropped_samples")
                .by(MetricSchema.FEED)
                .overTime("none", "$tag_feed · $col");
    }
}

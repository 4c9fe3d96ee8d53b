package io.bandwatch.deploy.grafana;

import static io.bandwatch.deploy.grafana.Looks.HALF;
import static io.bandwatch.deploy.grafana.Looks.HIGH;
import static io.bandwatch.deploy.grafana.Looks.THIRD;
import static io.bandwatch.deploy.grafana.Looks.USUAL;
import static io.bandwatch.deploy.grafana.Looks.WHOLE;

import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.deploy.grafana.board.Board;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import io.bandwatch.deploy.grafana.board.Panel;
import io.bandwatch.deploy.grafana.board.Query;
import io.bandwatch.deploy.grafana.board.Unit;

/** Multiplexes and their services: TR 101 290, bit rates, loudness, faults of pictures and sound. */
final class ServicesBoard {
    private final Looks looks;

    private ServicesBoard(Looks looks) {
        this.looks = looks;
    }

    static Board of(BoardTexts texts) {
        return new ServicesBoard(new Looks(texts)).board(texts);
    }

    private Board board(BoardTexts texts) {
        return new Board("services", texts)
                .resolutions(Resolution.MINUTE)
                .feeds("stream_1s", true)
                .choice("service", MetricSchema.SERVICE, "service_1s", "\"feed\" =~ /^$feed$/", true)
                .incidents("\"channel_mhz\" = '000.0'")
                .panel(matrix(1))
                .panel(matrix(2))
                .panel(matrix(3))
                .panel(looks.states("services.running", Unit.NONE, WHOLE, HIGH, running())
                        .limits(0.5, 1))
                .panel(looks.curves("services.stream-rate", Unit.BITS_PER_SECOND, HALF, streamRates()))
                .panel(looks.curves("services.rate", Unit.BITS_PER_SECOND, HALF, services("mean", "bitrate_bps")))
                .panel(looks.curves(
                        "services.rate-extremes",
                        Unit.BITS_PER_SECOND,
                        HALF,
                        extremes(MetricSchema.SERVICES, "bitrate_bps_min", "bitrate_bps_max")))
                .panel(looks.curves("services.packets", Unit.COUNT, HALF, packets()))
                .panel(looks.table("services.names", WHOLE, USUAL, names()))
                .panel(looks.curves("services.loudness", Unit.LUFS, HALF, programmes("mean", "loudness_lufs")))
                .panel(looks.curves(
                        "services.loudness-extremes",
                        Unit.LUFS,
                        HALF,
                        extremes(MetricSchema.PROGRAMMES, "loudness_lufs_min", "loudness_lufs_max")))
                .panel(looks.curves("services.peak", Unit.DBFS, HALF, programmes("max", "true_peak_dbfs")))
                .panel(looks.curves(
                                "services.faults",
                                Unit.SHARE,
                                HALF,
                                programmes("mean", "black_share", "still_share", "bars_share", "silence_share"))
                        .range(0, 1))
                .panel(looks.curves(
                        "services.missing", Unit.COUNT, HALF, programmes("sum", "missing_pictures", "missing_samples")))
                .panel(looks.curves(
                        "services.decoder",
                        Unit.COUNT,
                        HALF,
                        programmes("sum", "decoder_errors").each("last", "decoder_restarts")));
    }

    /** Errors of each indicator of a priority in each span of time. */
    private Panel matrix(int priority) {
        Query errors = looks.query(MetricSchema.INDICATORS)
                .expression("non_negative_difference(last({errors}))", "errors")
                .where(MetricSchema.INDICATOR, "=~ /^" + priority + "\\./")
                .by(MetricSchema.INDICATOR, MetricSchema.FEED)
                .overTime("none", "$tag_indicator · $tag_feed");
        return looks.states("services.priority-" + priority, Unit.COUNT, THIRD, HIGH, errors)
                .limits(1, 10);
    }

    private Query running() {
        return looks.query(MetricSchema.INDICATORS)
                .each("max", "running")
                .by(MetricSchema.INDICATOR, MetricSchema.FEED)
                .overTime("none", "$tag_indicator · $tag_feed");
    }

    private Query streamRates() {
        return looks.query(MetricSchema.STREAMS)
                .in(Resolution.MINUTE)
                .each("mean", "bitrate_bps")
                .each("min", "bitrate_bps_min")
                .each("max", "bitrate_bps_max")
                .by(MetricSchema.FEED)
                .overTime("none", "$tag_feed · $col");
    }

    private Query packets() {
        return looks.query(MetricSchema.STREAMS)
                .expression("non_negative_difference(last({packets}))", "packets")
                .expression("non_negative_difference(last({null_packets}))", "null_packets")
                .expression("non_negative_difference(last({scrambled_packets}))", "scrambled_packets")
                .by(MetricSchema.FEED)
                .overTime("none", "$tag_feed · $col");
    }

    private Query services(String function, String field) {
        return chosen(MetricSchema.SERVICES)
                .each(function, field)
                .by(MetricSchema.FEED, MetricSchema.SERVICE)
                .overTime("none", "$tag_feed · $tag_service");
    }

    private Query names() {
        return chosen(MetricSchema.SERVICES)
                .each("last", "name", "bitrate_bps", "scrambled")
                .by(MetricSchema.FEED, MetricSchema.SERVICE);
    }

    private Query programmes(String function, String... fields) {
        return chosen(MetricSchema.PROGRAMMES)
                .each(function, fields)
                .by(MetricSchema.FEED, MetricSchema.SERVICE)
                .overTime("none", "$tag_feed · $tag_service · $col");
    }

    private Query extremes(Measurement measurement, String least, String greatest) {
        return chosen(measurement)
                .in(Resolution.MINUTE)
                .each("min", least)
                .each("max", greatest)
                .by(MetricSchema.FEED, MetricSchema.SERVICE)
                .overTime("none", "$tag_feed · $tag_service · $col");
    }

    private Query chosen(Measurement measurement) {
        return looks.query(measurement).where(MetricSchema.SERVICE, "=~ /^$service$/");
    }
}

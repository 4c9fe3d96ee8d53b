package io.bandwatch.deploy.grafana;

import static io.bandwatch.deploy.grafana.Looks.HALF;
import static io.bandwatch.deploy.grafana.Looks.LOW;
import static io.bandwatch.deploy.grafana.Looks.USUAL;
import static io.bandwatch.deploy.grafana.Looks.WHOLE;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import io.bandwatch.deploy.grafana.board.Board;
import io.bandwatch.deploy.grafana.board.BoardTexts;
import io.bandwatch.deploy.grafana.board.Query;
import io.bandwatch.deploy.grafana.board.Unit;

/** One channel of one feed, in all that is measured of carriers there. */
final class CarrierBoard {
    private final Looks looks;

    private CarrierBoard(Looks looks) {
        this.looks = looks;
    }

    static Board of(BoardTexts texts) {
        return new CarrierBoard(new Looks(texts)).board(texts);
    }

    private Board board(BoardTexts texts) {
        return new Board("carrier", texts)
                .resolutions(Resolution.MINUTE)
                .feeds("carrier_1s", false)
                .choice("channel", MetricSchema.CHANNEL_MHZ, "carrier_1s", "\"feed\" =~ /^$feed$/", false)
                .incidents("\"channel_mhz\" = '$channel'")
                .panel(looks.table("carrier.identity", WHOLE, USUAL, identity()).words("verdict", looks.verdicts()))
                .panel(looks.states("carrier.verdict", Unit.NONE, HALF, LOW, verdict())
                        .words("verdict", looks.verdicts()))
                .panel(looks.states("carrier.presence", Unit.SECONDS, HALF, LOW, over("sum", "on_air_s")))
                .panel(looks.curves("carrier.level", Unit.DBFS, HALF, over("mean", "level_dbfs", "snr_db")))
                .panel(looks.curves("carrier.extremes", Unit.DBFS, HALF, minutes("level_dbfs_min", "level_dbfs_max")))
                .panel(looks.curves("carrier.frequency", Unit.HERTZ, HALF, over("mean", "frequency_hz")))
                .panel(looks.curves("carrier.bandwidth", Unit.HERTZ, HALF, over("mean", "occupied_bandwidth_hz")))
                .panel(looks.curves(
                        "carrier.deviation",
                        Unit.HERTZ,
                        HALF,
                        over("mean", "peak_deviation_hz", "rms_deviation_hz", "pilot_deviation_hz")))
                .panel(looks.curves(
                        "carrier.deviation-extremes",
                        Unit.HERTZ,
                        HALF,
                        minutes("peak_deviation_hz_min", "peak_deviation_hz_max")))
                .panel(looks.curves("carrier.mpx", Unit.DBR, HALF, over("mean", "mpx_power_dbr")))
                .panel(looks.curves(
                        "carrier.mpx-extremes", Unit.DBR, HALF, minutes("mpx_power_dbr_min", "mpx_power_dbr_max")))
                .panel(looks.curves(
                        "carrier.loudness", Unit.LUFS, HALF, over("mean", "loudness_lufs", "audio_level_dbfs")))
                .panel(looks.curves(
                        "carrier.loudness-extremes",
                        Unit.LUFS,
                        HALF,
                        minutes("loudness_lufs_min", "loudness_lufs_max")))
                .panel(looks.curves("carrier.sound", Unit.SHARE, HALF, over("mean", "silence_share", "stereo"))
                        .range(0, 1))
                .panel(looks.curves("carrier.rds", Unit.SHARE, HALF, over("last", "rds_block_error_rate"))
                        .range(0, 1));
    }

    private Query here() {
        return looks.query(MetricSchema.CARRIERS).where(MetricSchema.CHANNEL_MHZ, "= '$channel'");
    }

    private Query identity() {
        return here().each(
                        "last", "verdict", "confidence", "station", "pi", "ps", "frequency_hz", "level_dbfs", "snr_db")
                .by(MetricSchema.SLOT);
    }

    private Query verdict() {
        return here().each("last", "verdict").by(MetricSchema.SLOT).overTime("none", "$tag_slot");
    }

    private Query over(String function, String... fields) {
        return here().each(function, fields).by(MetricSchema.SLOT).overTime("none", "$col · $tag_slot");
    }

    /** Seconds have no extremes. */
    private Query minutes(String least, String greatest) {
        return here().in(Resolution.MINUTE)
                .each("min", least)
                .each("max", greatest)
                .by(MetricSchema.SLOT)
                .overTime("none", "$col · $tag_slot");
    }
}

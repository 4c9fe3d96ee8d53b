package io.bandwatch.alerts.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bandwatch.detectors.programme.PictureTotals;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.programme.TrackTotals;
import java.io.IOException;

/** Writes what pictures and sound of a service came to. */
final class ProgrammeJson {
    private static final int WHOLE = 0;
    private static final int THOUSANDTHS = 3;
    private static final int SHARE = 4;

    private ProgrammeJson() {}

    static void write(JsonGenerator json, ProgrammeRecord record) throws IOException {
        json.writeStringField("type", "programme");
        if (record.interval()) {
            json.writeBooleanField("interval", true);
        }
        json.writeStringField("feed", record.feed());
        json.writeNumberField("service_id", record.serviceId());
        JsonLine.time(json, "time", record.time());
        JsonLine.seconds(json, "duration_s", record.durationNs());
        if (record.picture() != null) {
            json.writeObjectFieldStart("picture");
            picture(json, record.picture());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("sound");
        for (TrackTotals track : record.tracks()) {
            json.writeStartObject();
            track(json, track);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("decoder_restarts", record.decoderRestarts());
    }

    private static void picture(JsonGenerator json, PictureTotals picture) throws IOException {
        if (picture.pid() > 0) {
            json.writeNumberField("pid", picture.pid());
        }
        if (picture.width() > 0) {
            json.writeNumberField("width", picture.width());
            json.writeNumberField("height", picture.height());
        }
        JsonLine.number(json, "pixel_aspect", picture.pixelAspect(), SHARE);
        JsonLine.number(json, "picture_rate_hz", picture.pictureRateHz(), THOUSANDTHS);
        json.writeNumberField("format_changes", picture.formatChanges());
        json.writeNumberField("pictures", picture.decoded());
        json.writeNumberField("pictures_missing", picture.missing());
        json.writeNumberField("decoder_errors", picture.errors());
        JsonLine.number(json, "black_share", picture.share(picture.blackNs()), SHARE);
        JsonLine.number(json, "still_share", picture.share(picture.stillNs()), SHARE);
        JsonLine.number(json, "colour_bars_share", picture.share(picture.barsNs()), SHARE);
        if (picture.sampledNs() > 0) {
            JsonLine.number(json, "sampled_share", picture.share(picture.sampledNs()), SHARE);
        }
    }

    private static void track(JsonGenerator json, TrackTotals track) throws IOException {
        if (track.pid() > 0) {
            json.writeNumberField("pid", track.pid());
        }
        if (!track.language().isEmpty()) {
            json.writeStringField("language", track.language());
        }
        if (track.rateHz() > 0) {
            JsonLine.number(json, "rate_hz", track.rateHz(), WHOLE);
            json.writeNumberField("channels", track.channels());
        }
        json.writeNumberField("samples", track.decoded());
        json.writeNumberField("samples_missing", track.missing());
        json.writeNumberField("decoder_errors", track.errors());
        if (track.sampledNs() > 0) {
            JsonLine.number(json, "sampled_share", track.sampledShare(), SHARE);
        }
        ResultJson.sound(json, track.sound().figures());
    }
}

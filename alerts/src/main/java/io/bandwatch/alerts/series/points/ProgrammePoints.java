package io.bandwatch.alerts.series.points;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Point;
import io.bandwatch.alerts.series.PointBuilder;
import io.bandwatch.detectors.programme.PictureTotals;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.programme.TrackTotals;
import io.bandwatch.detectors.sound.SoundFigures;
import java.util.List;

/** Points of pictures and sound of services. */
public final class ProgrammePoints {
    private ProgrammePoints() {}

    /** The point of an interval. */
    public static List<Point> of(ProgrammeRecord programme) {
        PointBuilder point = new PointBuilder(MetricSchema.PROGRAMMES, programme.time(), programme.durationNs())
                .tag(MetricSchema.FEED, programme.feed())
                .tag(MetricSchema.SERVICE, Integer.toString(programme.serviceId()))
                .number("decoder_restarts", programme.decoderRestarts());
        long errors = 0;
        PictureTotals picture = programme.picture();
        if (picture != null) {
            point.number("black_share", picture.share(picture.blackNs()))
                    .number("still_share", picture.share(picture.stillNs()))
                    .number("bars_share", picture.share(picture.barsNs()))
                    .number("missing_pictures", picture.missing());
            errors += picture.errors();
        }
        if (programme.tracks().length > 0) {
            TrackTotals track = programme.tracks()[0];
            SoundFigures sound = track.sound().figures();
            point.number("loudness_lufs", sound.loudnessLufs())
                    .number("true_peak_dbfs", sound.truePeakDbfs())
                    .number("silence_share", sound.silenceShare())
                    .number("missing_samples", track.missing());
            errors += track.errors();
        }
        return List.of(point.number("decoder_errors", errors).build());
    }
}

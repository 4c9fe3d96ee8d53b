package io.bandwatch.deploy.cli.acceptance.agreement;

import io.bandwatch.dsp.video.Picture;
import io.bandwatch.dsp.video.VideoMeter;
import io.bandwatch.dsp.video.VideoMeterSettings;
import io.bandwatch.signal.av.PictureMeasurement;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What our meter says of the very pictures that FFmpeg's filters saw. */
final class MeterPictures {
    private static final double BLACK_SHARE = 0.98;
    private static final int PICTURE_NS = 40_000_000;

    private final double[] times;
    private final List<PictureMeasurement> pictures;

    private MeterPictures(double[] times, List<PictureMeasurement> pictures) {
        this.times = times;
        this.pictures = pictures;
    }

    static MeterPictures of(FfmpegFilters.Pictures said) throws IOException {
        VideoMeter meter = new VideoMeter(VideoMeterSettings.DEFAULT);
        List<PictureMeasurement> pictures = new ArrayList<>();
        byte[] codes = new byte[said.width() * said.height() * 3 / 2];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(said.raw()), 1 << 16)) {
            while (in.readNBytes(codes, 0, codes.length) == codes.length && pictures.size() < said.times().length) {
                Picture picture = Picture.i420(codes, said.width(), said.height(), false);
                pictures.add(meter.measure(picture, null, 0, PICTURE_NS));
            }
        }
        return new MeterPictures(said.times(), pictures);
    }

    List<Span> black() {
        return stretches(picture -> picture.blackShare() >= BLACK_SHARE, 0);
    }

    /** A freeze begins with the picture that the others are like. */
    List<Span> frozen() {
        return stretches(PictureMeasurement::still, 1);
    }

    private List<Span> stretches(Predicate<PictureMeasurement> so, int before) {
        List<Span> spans = new ArrayList<>();
        int first = -1;
        for (int i = 0; i <= pictures.size(); i++) {
            boolean holds = i < pictures.size() && so.test(pictures.get(i));
            if (holds && first < 0) {
                first = Math.max(0, i - before);
            } else if (!holds && first >= 0) {
                double end = times[Math.min(i, pictures.size() - 1)];
                if (end - times[first] >= FfmpegFilters.LEAST_PICTURE_S) {
                    spans.add(new Span(times[first], i < pictures.size() ? end : Double.POSITIVE_INFINITY));
                }
                first = -1;
            }
        }
        return spans;
    }
}

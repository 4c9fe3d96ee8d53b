package io.bandwatch.detectors.programme;

import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackState;
import io.bandwatch.signal.av.VideoObservation;

/**
 * Sums over the pictures of one service. Times are those for which pictures were shown.
 *
 * @param pid of the track looked at last; 0 outside a transport stream
 * @param width of the picture last decoded, pixels; 0 before the first
 * @param height of it
 * @param pixelAspect width of a pixel over its height; NaN where it was not told
 * @param pictureRateHz pictures a second that the track promised last; NaN where it did not
 * @param formatChanges how often size, aspect or promised rate became another
 * @param expected pictures that the time stamps left room for
 * @param decoded those that came
 * @param errors errors that the decoder reported
 * @param shownNs ns of pictures
 * @param blackNs of them in black
 * @param stillNs of them in stills
 * @param barsNs of them in colour bars
 * @param sampledNs of them in looks of which only pictures were decoded that need no others
 */
public record PictureTotals(
        int pid,
        int width,
        int height,
        double pixelAspect,
        double pictureRateHz,
        long formatChanges,
        long expected,
        long decoded,
        long errors,
        long shownNs,
        long blackNs,
        long stillNs,
        long barsNs,
        long sampledNs) {
    /** Nothing seen. */
    static final PictureTotals NOTHING = new PictureTotals(0, 0, 0, Double.NaN, Double.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Share of dark pixels from which on a picture is black, as detectors of black have it. */
    private static final double BLACK_SHARE = 0.98;

    /** Correlation with colour bars from which on a picture is one. */
    private static final double BARS_CORRELATION = 0.95;

    PictureTotals with(VideoObservation video) {
        long shown = 0;
        long black = 0;
        long still = 0;
        long bars = 0;
        for (PictureMeasurement picture : video.pictures()) {
            shown += picture.durationNs();
            black += picture.blackShare() >= BLACK_SHARE ? picture.durationNs() : 0;
            still += picture.still() ? picture.durationNs() : 0;
            bars += picture.barsCorrelation() > BARS_CORRELATION ? picture.durationNs() : 0;
        }
        boolean known = video.width() > 0;
        return new PictureTotals(
                video.pid(),
                known ? video.width() : width,
                known ? video.height() : height,
                known ? video.pixelAspect() : pixelAspect,
                known ? video.pictureRateHz() : pictureRateHz,
                formatChanges + (known && width > 0 && !isAs(video) ? 1 : 0),
                expected + video.account().expected(),
                decoded + video.account().decoded(),
                errors + video.account().errors(),
                shownNs + shown,
                blackNs + black,
                stillNs + still,
                barsNs + bars,
                sampledNs + (video.account().state() == TrackState.SAMPLED ? shown : 0));
    }

    /** Whether pictures are as before; what is not told is no change. */
    private boolean isAs(VideoObservation video) {
        return width == video.width()
                && height == video.height()
                && isSame(pixelAspect, video.pixelAspect())
                && isSame(pictureRateHz, video.pictureRateHz());
    }

    private static boolean isSame(double one, double other) {
        return Double.isNaN(one) || Double.isNaN(other) || one == other;
    }

    /** Pictures that did not come. */
    public long missing() {
        return Math.max(0, expected - decoded);
    }

    /** Share of the time shown; NaN where nothing was. */
    public double share(long ofNs) {
        return shownNs == 0 ? Double.NaN : (double) ofNs / shownNs;
    }
}

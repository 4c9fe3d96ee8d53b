package io.bandwatch.ingest.programme;

import io.bandwatch.dsp.video.Plane;
import io.bandwatch.dsp.video.VideoMeter;
import io.bandwatch.dsp.video.VideoMeterSettings;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.PictureFormat;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackAccount;
import io.bandwatch.signal.av.TrackState;
import io.bandwatch.signal.av.VideoObservation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures of a track on their way into looks. Not thread-safe. */
final class PictureLine extends TrackLine<PictureLine.Waiting> {
    /** Shown for so long where neither the stream nor its time stamps tell. */
    private static final long USUAL_NS = 40_000_000;

    /** Time stamps are rounded, at worst to a millisecond: a picture that near to the end of a look is of the next. */
    private static final long ROUNDING_NS = 1_000_000;

    private VideoMeter meter = new VideoMeter(VideoMeterSettings.DEFAULT);
    private @Nullable PictureFormat format;
    private long lastPtsNs;
    private long shortestNs = Long.MAX_VALUE;
    private boolean lastAlone;
    private @Nullable Lasting lasting;
    private final @Nullable PrintLine prints;

    PictureLine(Track track, Onlooker onlooker, boolean prints) {
        super(track, onlooker);
        this.prints = prints ? new PrintLine() : null;
    }

    /** A picture and when it is shown; {@code anew} after a jump, where it cannot be compared with the one before. */
    record Waiting(Picture picture, long atNs, long lengthNs, boolean anew) {}

    /** A picture that is alone, on its way through the looks in which nothing else was decoded. */
    private record Lasting(PictureMeasurement measured, long untilNs) {}

    void take(Picture picture) {
        boolean first = !time().began();
        boolean anew = !first && (!time().goesOn(picture.ptsNs()) || isResized(picture.format()));
        if (!first && picture.ptsNs() > lastPtsNs && !lastAlone) {
            shortestNs = Math.min(shortestNs, picture.ptsNs() - lastPtsNs);
        }
        lastPtsNs = picture.ptsNs();
        format = picture.format();
        lastAlone = picture.alone();
        // what was left out after it was like it
        long lengthNs = picture.leftOutNs() + frameNs();
        waiting().add(new Waiting(picture, placed(picture.ptsNs(), lengthNs), lengthNs, anew));
    }

    @Override
    Waiting moved(Waiting piece, long ns) {
        return new Waiting(piece.picture(), piece.atNs() + ns, piece.lengthNs(), piece.anew());
    }

    @Override
    void shift(long ns) {
        super.shift(ns);
        if (prints != null) {
            prints.shift(ns);
        }
        Lasting still = lasting;
        lasting = still == null ? null : new Lasting(still.measured(), still.untilNs() + ns);
    }

    private boolean isResized(PictureFormat now) {
        PictureFormat before = format;
        return before != null && (before.width() != now.width() || before.height() != now.height());
    }

    private long frameNs() {
        PictureFormat now = format;
        if (now != null && now.frameNs() > 0) {
            return now.frameNs();
        }
        return shortestNs == Long.MAX_VALUE ? USUAL_NS : shortestNs;
    }

    /**
     * What lies in a look.
     *
     * @param otherwise what became of the track if nothing of it does
     */
    VideoObservation look(Stretch look, TrackState otherwise) {
        List<PictureMeasurement> pictures = new ArrayList<>();
        boolean sampled = lastsInto(look, pictures);
        if (prints != null) {
            prints.begin(look);
        }
        long decoded = 0;
        for (Waiting next = waiting().peek();
                next != null && next.atNs() + ROUNDING_NS < look.untilNs();
                next = waiting().peek()) {
            waiting().remove();
            onlooker().picture(next.picture(), next.atNs());
            if (prints != null) {
                prints.take(next);
            }
            PictureMeasurement measured = measured(next, look);
            pictures.add(next.picture().alone() ? begun(measured, next, look) : measured);
            sampled |= next.picture().alone();
            decoded++;
        }
        PictureFormat now = format;
        boolean known = now != null && now.rateNumerator() > 0;
        boolean blind = time().isBlindIn(look);
        long expected =
                time().began() && !look.last() && !blind ? look.steps(originNs(), (double) frameNs(), ROUNDING_NS) : 0;
        TrackState looked = sampled ? TrackState.SAMPLED : TrackState.DECODED;
        TrackState state = !pictures.isEmpty() ? looked : blind ? TrackState.NOT_WATCHED : otherwise;
        TrackAccount account =
                new TrackAccount(state, sampled ? decoded : Math.max(expected, decoded), decoded, takeErrors());
        return new VideoObservation(
                pid(),
                account,
                now == null ? 0 : now.width(),
                now == null ? 0 : now.height(),
                now == null || now.aspectNumerator() <= 0
                        ? Double.NaN
                        : (double) now.aspectNumerator() / now.aspectDenominator(),
                now == null || !known ? Double.NaN : (double) now.rateNumerator() / now.rateDenominator(),
                pictures.toArray(PictureMeasurement[]::new),
                prints == null ? new long[0] : prints.taken());
    }

    /** Adds what lasts from earlier looks. Returns whether something does. */
    private boolean lastsInto(Stretch look, List<PictureMeasurement> pictures) {
        Lasting still = lasting;
        if (still == null || still.untilNs() <= look.fromNs()) {
            lasting = null;
            return false;
        }
        long untilNs = Math.min(still.untilNs(), look.untilNs());
        pictures.add(still.measured().part(0, untilNs - look.fromNs(), still.untilNs() - untilNs));
        return true;
    }

    /** The part of a picture that lies in the look in which it begins. */
    private PictureMeasurement begun(PictureMeasurement measured, Waiting piece, Stretch look) {
        long untilNs = piece.atNs() + piece.lengthNs();
        lasting = new Lasting(measured, untilNs);
        long shownUntilNs = Math.min(untilNs, look.untilNs());
        return measured.part(measured.offsetNs(), shownUntilNs - piece.atNs(), untilNs - shownUntilNs);
    }

    private PictureMeasurement measured(Waiting waiting, Stretch look) {
        if (waiting.anew()) {
            meter = new VideoMeter(VideoMeterSettings.DEFAULT);
        }
        Picture picture = waiting.picture();
        int width = picture.width();
        int height = picture.height();
        io.bandwatch.dsp.video.Picture small = new io.bandwatch.dsp.video.Picture(
                new Plane(picture.luma(), 0, width, height, width),
                chroma(picture.blueDifference(), width / 2, height / 2),
                chroma(picture.redDifference(), width / 2, height / 2),
                picture.format().fullRange());
        PictureFormat sent = picture.format();
        Plane whole = picture.fullLuma().length == 0
                ? null
                : new Plane(picture.fullLuma(), 0, sent.width(), sent.height(), sent.width());
        return meter.measure(small, whole, waiting.atNs() - look.fromNs(), waiting.lengthNs())
                .concealed(picture.concealedShare());
    }

    private static @Nullable Plane chroma(byte[] codes, int width, int height) {
        return codes.length == 0 ? null : new Plane(codes, 0, width, height, width);
    }
}

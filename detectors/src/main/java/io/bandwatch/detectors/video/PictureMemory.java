package io.bandwatch.detectors.video;

import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackAccount;
import io.bandwatch.signal.av.VideoObservation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a service's pictures.
 *
 * @param stillAt when a picture was still last, null before the first
 * @param stillSince when the picture was shown that the later ones are like, null before the first
 * @param nearlyStillSince the same of those that are like it but for a clock or a logo
 * @param unchangedSince the same of those that are like it but for the few blocks that a coder makes anew
 * @param damagedAt end of the last look with errors or missing pictures, null before the first
 * @param blockyAt end of the last look with the edges of macroblocks, null before the first
 * @param concealedAt end of the last picture of which the decoder made up more than a little, null before the first
 * @param seen whether there was ever a picture
 * @param waitedNs time observed before the first picture, ns
 */
public record PictureMemory(
        @Nullable Instant stillAt,
        @Nullable Instant stillSince,
        @Nullable Instant nearlyStillSince,
        @Nullable Instant unchangedSince,
        @Nullable Instant damagedAt,
        @Nullable Instant blockyAt,
        @Nullable Instant concealedAt,
        boolean seen,
        long waitedNs) {
    static final PictureMemory NOTHING = new PictureMemory(null, null, null, null, null, null, null, false, 0);

    /** A coder repeats what stands all the rest of a group of pictures. */
    private static final Duration PULSE = Duration.ofMillis(250);

    /** With one more picture, shown at this time. */
    PictureMemory with(PictureMeasurement picture, Instant at, Duration settling) {
        Instant end = at.plusNanos(picture.durationNs());
        Instant unchanged = end.minusNanos(picture.unchangedNs());
        boolean stands = picture.still() || (!settling.isZero() && isPulse(unchanged, at));
        return new PictureMemory(
                picture.still() ? at : stillAt,
                stands ? stillSince : at,
                end.minusNanos(picture.nearlyStillNs()),
                unchanged,
                damagedAt,
                blockyAt,
                concealedAt,
                true,
                waitedNs);
    }

    /** With what a whole look says of damage. */
    PictureMemory with(AvFrame look, VideoObservation video, PictureSettings settings) {
        TrackAccount account = video.account();
        boolean damaged = account.errors() > 0 || account.decoded() < account.expected();
        boolean blocky = PictureQuestions.edgeShare(video.pictures()) > settings.mosaicEdgeShare();
        Instant madeUpAt = concealedAt;
        for (PictureMeasurement picture : video.pictures()) {
            if (picture.concealedShare() > settings.mosaicConcealedShare()) {
                madeUpAt = look.time().plusNanos(picture.offsetNs() + picture.durationNs());
            }
        }
        return new PictureMemory(
                stillAt,
                stillSince,
                nearlyStillSince,
                unchangedSince,
                damaged ? look.end() : damagedAt,
                blocky ? look.end() : blockyAt,
                madeUpAt,
                seen,
                seen ? waitedNs : waitedNs + look.durationNs());
    }

    /** After a break nobody knows what the next pictures are like. */
    PictureMemory broken() {
        return new PictureMemory(null, null, null, null, damagedAt, blockyAt, concealedAt, seen, waitedNs);
    }

    /**
     * Whether a picture that is not still is one of those in which a coder begins a group of pictures anew: still ones before
     * it, and none but a few blocks changed in all the time since they have stood.
     */
    private boolean isPulse(Instant unchanged, Instant at) {
        return stillSince != null && !unchanged.isAfter(stillSince) && isRecent(stillAt, at, PULSE);
    }

    /** Whether the picture last taken in stands, and has since that time or longer. */
    boolean standsSince(Instant time) {
        return stillSince != null && !stillSince.isAfter(time);
    }

    /**
     * Since when the picture has stood: a coder needs some groups of pictures until it has refined a still picture, in which
     * no block changes. null before the first picture.
     */
    @Nullable
    Instant stoodSince(Duration settling) {
        Instant still = stillSince;
        if (still == null || unchangedSince == null || !unchangedSince.isBefore(still)) {
            return still;
        }
        Instant earliest = still.minus(settling);
        return unchangedSince.isBefore(earliest) ? earliest : unchangedSince;
    }

    /** When a mosaic that was there lately was seen last; null where there was none. */
    @Nullable
    Instant mosaicAt(Instant at, Duration memory) {
        Instant both =
                isRecent(damagedAt, at, memory) && isRecent(blockyAt, at, memory) ? later(damagedAt, blockyAt) : null;
        return isRecent(concealedAt, at, memory) ? later(concealedAt, both) : both;
    }

    private static boolean isRecent(@Nullable Instant sign, Instant at, Duration memory) {
        return sign != null && Duration.between(sign, at).compareTo(memory) < 0;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}

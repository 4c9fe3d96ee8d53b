package io.bandwatch.detectors.video;

import io.bandwatch.signal.av.AvFrame;
import io.bandwatch.signal.av.PictureMeasurement;
import io.bandwatch.signal.av.TrackAccount;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a service's pictures.
 *
 * @param stillSince when the picture was shown that the later ones are like, null before the first
 * @param nearlyStillSince the same of those that are like it but for a few blocks
 * @param damagedAt end of the last look with errors or missing pictures, null before the first
 * @param blockyAt end of the last look with the edges of macroblocks, null before the first
 * @param seen whether there was ever a picture
 * @param waitedNs time observed before the first picture, ns
 */
public record PictureMemory(
        @Nullable Instant stillSince,
        @Nullable Instant nearlyStillSince,
        @Nullable Instant damagedAt,
        @Nullable Instant blockyAt,
        boolean seen,
        long waitedNs) {
    static final PictureMemory NOTHING = new PictureMemory(null, null, null, null, false, 0);

    /** With one more picture, shown at this time. */
    PictureMemory with(PictureMeasurement picture, Instant at) {
        return new PictureMemory(
                picture.still() ? stillSince : at,
                picture.nearlyStill() ? nearlyStillSince : at,
                damagedAt,
                blockyAt,
                true,
                waitedNs);
    }

    /** With what a whole look says of damage. */
    PictureMemory with(AvFrame look, TrackAccount account, double edgeShare, double mosaicEdgeShare) {
        boolean damaged = account.errors() > 0 || account.decoded() < account.expected();
        return new PictureMemory(
                stillSince,
                nearlyStillSince,
                damaged ? look.end() : damagedAt,
                edgeShare > mosaicEdgeShare ? look.end() : blockyAt,
                seen,
                seen ? waitedNs : waitedNs + look.durationNs());
    }

    /** After a break nobody knows what the next pictures are like. */
    PictureMemory broken() {
        return new PictureMemory(null, null, damagedAt, blockyAt, seen, waitedNs);
    }

    boolean isMosaic(Instant at, Duration memory) {
        return isRecent(damagedAt, at, memory) && isRecent(blockyAt, at, memory);
    }

    private static boolean isRecent(@Nullable Instant sign, Instant at, Duration memory) {
        return sign != null && Duration.between(sign, at).compareTo(memory) < 0;
    }
}

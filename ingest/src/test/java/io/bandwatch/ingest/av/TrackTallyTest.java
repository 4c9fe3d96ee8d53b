package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.PictureFormat;
import io.bandwatch.ingest.av.wire.Sound;
import org.junit.jupiter.api.Test;

class TrackTallyTest {
    private static final long FRAME_NS = 40_000_000;

    private final TrackTally tally = new TrackTally();

    @Test
    void countsPicturesThatFollowEachOther() {
        for (int i = 0; i < 50; i++) {
            tally.count(picture(i * FRAME_NS, false));
        }
        assertThat(tally.counts()).isEqualTo(new TrackCounts(50, 50, 0, 0, 0, 0));
    }

    @Test
    void findsPicturesThatAreMissingThoughNoDecoderComplained() {
        tally.count(picture(0, false));
        tally.count(picture(FRAME_NS, false));
        tally.count(picture(5 * FRAME_NS, false));
        assertThat(tally.counts()).isEqualTo(new TrackCounts(3, 6, 1, 3 * FRAME_NS, 0, 0));
    }

    @Test
    void missesNothingBetweenKeyPictures() {
        tally.count(picture(0, true));
        tally.count(picture(12 * FRAME_NS, true));
        tally.count(picture(24 * FRAME_NS, false));
        tally.count(picture(27 * FRAME_NS, false));
        assertThat(tally.counts()).isEqualTo(new TrackCounts(4, 6, 1, 2 * FRAME_NS, 0, 0));
    }

    @Test
    void takesAStreamThatBeginsAnewForAJumpAndNotForAGap() {
        tally.count(picture(100_000 * FRAME_NS, false));
        tally.count(picture(0, false));
        tally.count(picture(FRAME_NS, false));
        assertThat(tally.counts()).isEqualTo(new TrackCounts(3, 3, 0, 0, 0, 1));
    }

    @Test
    void findsSamplesThatAreMissing() {
        tally.count(sound(0));
        tally.count(sound(24_000_000));
        tally.count(sound(72_000_000));
        assertThat(tally.counts()).isEqualTo(new TrackCounts(3456, 4608, 1, 24_000_000, 0, 0));
    }

    @Test
    void takesRoundedTimeStampsForWhole() {
        tally.count(sound(0));
        tally.count(sound(24_000_000 + 11_111));
        assertThat(tally.counts().gaps()).isZero();
    }

    private static Picture picture(long ptsNs, boolean alone) {
        long leftOutNs = alone ? 11 * FRAME_NS : 0;
        PictureFormat format = new PictureFormat(2, 2, 1, 1, 25, 1, false, false);
        return new Picture(0, ptsNs, format, 2, 2, new byte[4], new byte[1], new byte[1], new byte[0], 0, leftOutNs);
    }

    /** A frame of layer 2: 24 ms at 48 kHz. */
    private static Sound sound(long ptsNs) {
        return new Sound(0, ptsNs, 48_000, 2, 0, new float[2 * 1152]);
    }
}

package io.bandwatch.detectors.content.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.signal.av.PicturePrint;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureLineTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final long LOOK_NS = 2 * PicturePrint.STEP_NS;
    private static final int LONGS = PicturePrint.LONGS;

    @Test
    void timesThatAreNotExactMoveNoStep() {
        PictureLine line = PictureLine.NOTHING;
        for (int look = 0; look < 50; look++) {
            line = with(line, look, look * LOOK_NS + 50_000_000 + (look % 3 - 1) * 1_000_000L, false);
        }

        assertThat(numbers(line)).isEqualTo(upTo(100));
    }

    @Test
    void whileAClockIsSetRightNothingIsForgotten() {
        PictureLine fast = PictureLine.NOTHING;
        PictureLine slow = PictureLine.NOTHING;
        for (int look = 0; look < 200; look++) {
            fast = with(fast, look, Math.round(look * LOOK_NS * 0.995), false);
            slow = with(slow, look, Math.round(look * LOOK_NS * 1.005), false);
        }

        assertThat(numbers(fast)).hasSize(398).isSorted().doesNotHaveDuplicates();
        assertThat(numbers(slow)).hasSize(402).isSorted().contains(upTo(400));
    }

    @Test
    void aGapIsTheEndOfWhatWasSeenOnAirButNotInAReference() {
        PictureLine air = with(with(PictureLine.NOTHING, 0, 0, false), 1, 3 * LOOK_NS, false);
        PictureLine reference = with(with(PictureLine.NOTHING, 0, 0, true), 1, 3 * LOOK_NS, true);

        assertThat(numbers(air)).containsExactly(2, 3);
        assertThat(numbers(reference)).containsExactly(0, 1, 0, 0, 0, 0, 2, 3);
    }

    private static PictureLine with(PictureLine line, int look, long ns, boolean reference) {
        long[] prints = new long[2 * LONGS];
        prints[0] = 2L * look;
        prints[LONGS] = 2L * look + 1;
        return line.with(START.plusNanos(ns + LOOK_NS), prints, 1000, reference);
    }

    private static long[] numbers(PictureLine line) {
        long[] numbers = new long[line.prints().length / LONGS];
        Arrays.setAll(numbers, i -> line.prints()[i * LONGS]);
        return numbers;
    }

    private static long[] upTo(int count) {
        long[] numbers = new long[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}

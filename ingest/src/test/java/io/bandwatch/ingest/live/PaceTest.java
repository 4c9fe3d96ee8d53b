package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.live.address.FeedAddress;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;
    /** The pace is 0.1 % fast. */
    private static final long MILLISECOND = 1_000_000;

    private final Pace pace = Pace.of(FeedAddress.parse("file:x.ts"));

    @Test
    void waitsUntilASecondOfStreamHasTakenASecond() {
        pace.waitNs(0, 5 * SECOND);

        assertThat(pace.waitNs(SECOND, 5 * SECOND)).isBetween(SECOND - MILLISECOND, SECOND);
        assertThat(pace.waitNs(SECOND, 6 * SECOND)).isZero();
    }

    @Test
    void doesNotCatchUpWithWhatWasLate() {
        pace.waitNs(0, 0);
        pace.waitNs(SECOND, 10 * SECOND);

        assertThat(pace.waitNs(2 * SECOND, 10 * SECOND)).isBetween(SECOND - MILLISECOND, SECOND);
    }

    @Test
    void countsFromAnewWhereTheStreamDoes() {
        pace.waitNs(0, 0);
        pace.waitNs(100 * SECOND, 100 * SECOND);
        pace.waitNs(0, 100 * SECOND);

        assertThat(pace.waitNs(SECOND, 100 * SECOND)).isBetween(SECOND - MILLISECOND, SECOND);
    }

    @Test
    void letsEverythingElseRun() {
        assertThat(Pace.of(FeedAddress.parse("file:x.ts?pace=fast")).waitNs(9 * SECOND, 0))
                .isZero();
        assertThat(Pace.of(FeedAddress.parse("udp://127.0.0.1:5000")).waitNs(9 * SECOND, 0))
                .isZero();
    }
}

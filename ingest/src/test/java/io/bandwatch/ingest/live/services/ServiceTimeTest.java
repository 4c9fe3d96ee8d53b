package io.bandwatch.ingest.live.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceTimeTest {
    private static final long MS = 1_000_000;
    private static final long LOOK_NS = 200 * MS;

    private final ServiceTime time = new ServiceTime();

    /** The first look is told when 15 s of it are there. */
    @Test
    void whatWasDecodedLastIsOfNow() {
        assertThat(time.endNs(LOOK_NS, 15_000 * MS, 20_000 * MS)).isEqualTo(5_000 * MS);
    }

    /** 100 ppm fast for an hour: without following, looks would be told 360 ms early by then. */
    @Test
    void followsTheClockOfTheStream() {
        long endNs = 0;
        long nowNs = 0;
        for (long look = 1; look <= 18_000; look++) {
            nowNs = Math.round(look * LOOK_NS * (1 - 100e-6));
            endNs = time.endNs(look * LOOK_NS, 0, nowNs);
        }
        assertThat(nowNs - endNs).isBetween(-MS, MS);
    }

    @Test
    void aBurstMovesItByLessThanAPercentOfALook() {
        long first = time.endNs(LOOK_NS, 0, 1_000 * MS);
        long second = time.endNs(2 * LOOK_NS, 0, 2_500 * MS);

        assertThat(second - first).isEqualTo(LOOK_NS + MS);
    }

    /** A stream that stood still for a minute, and whose clock did so too. */
    @Test
    void whatComesAfterASilenceIsOfNow() {
        long first = time.endNs(LOOK_NS, 0, 1_000 * MS);
        assertThat(first).isEqualTo(1_000 * MS);
        assertThat(time.endNs(2 * LOOK_NS, 0, 61_200 * MS)).isEqualTo(61_200 * MS);
    }
}

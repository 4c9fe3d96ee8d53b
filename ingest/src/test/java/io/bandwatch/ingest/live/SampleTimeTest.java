package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleTimeTest {
    private static final double RATE_HZ = 2.4e6;
    private static final long S = 1_000_000_000L;
    private static final int CHUNK = 24_000;
    private static final long CHUNK_NS = 10_000_000;

    private final SampleTime time = new SampleTime(RATE_HZ);

    @Test
    void goesOnByTheCountOfSamplesWhereNetworksPause() {
        long takenNs = 0;
        for (int i = 1; i <= 1000; i++) {
            takenNs = i * CHUNK_NS;
            // each tenth chunk is late by 50 ms
            time.arrived((long) i * CHUNK, takenNs + (i % 10 == 0 ? 50_000_000 : 0));
        }

        assertThat(time.nsAt(1000L * CHUNK))
                .as("of 10 s to a millisecond")
                .isBetween(10 * S - 1_000_000, 10 * S + 1_000_000);
    }

    @Test
    void measuresWhatTheReceiverIsFast() {
        Random jitter = new Random(1);
        for (int i = 1; i <= 60_000; i++) {
            // 40 ppm fast: a chunk takes so much less of our time, and arrives up to 3 ms late
            long nowNs = Math.round(i * CHUNK_NS * (1 - 40e-6)) + jitter.nextInt(3_000_000);
            time.arrived((long) i * CHUNK, nowNs);
        }

        assertThat(time.driftPpm())
                .as("over ten minutes, arrivals up to 3 ms late")
                .isBetween(37.0, 43.0);
        assertThat(time.nsAt(60_000L * CHUNK) - Math.round(600 * S * (1 - 40e-6)))
                .as("the clocks are 24 ms apart by then, the time of samples follows ours")
                .isBetween(-4_000_000L, 4_000_000L);
    }

    @Test
    void measuresWhatTheReceiverIsSlow() {
        for (int i = 1; i <= 60_000; i++) {
            time.arrived((long) i * CHUNK, Math.round(i * CHUNK_NS * (1 + 70e-6)));
        }

        assertThat(time.driftPpm()).isBetween(-73.0, -67.0);
    }

    @Test
    void doesNotJumpWhereTheReceiverIsSlow() {
        long before = Long.MIN_VALUE;
        for (int i = 1; i <= 6_000; i++) {
            time.arrived((long) i * CHUNK, Math.round(i * CHUNK_NS * (1 + 70e-6)));
            long now = time.nsAt((long) i * CHUNK);
            if (before != Long.MIN_VALUE) {
                assertThat(now - before).isBetween(CHUNK_NS - 1_000_000, CHUNK_NS + 5_000_000);
            }
            before = now;
        }
    }

    /** Who only makes up for what clocks are apart is half a minute behind the air after an hour, and a minute after two. */
    @Test
    void isNotBehindForEverWhereSamplesAreMissingThatNobodyCounted() {
        long latestNs = 0;
        for (int i = 1; i <= 360_000; i++) {
            // 1 % of the samples do not come
            long nowNs = Math.round(i * CHUNK_NS / 0.99);
            time.arrived((long) i * CHUNK, nowNs);
            latestNs = Math.max(latestNs, nowNs - time.nsAt((long) i * CHUNK));
        }

        assertThat(latestNs).as("never later").isLessThan(2 * S);
        assertThat(time.driftPpm()).isBetween(-10_200.0, -9_900.0);
    }

    @Test
    void takesAPauseOfTheNetworkForNoLoss() {
        long before = 0;
        for (int i = 1; i <= 30_000; i++) {
            long takenNs = i * CHUNK_NS;
            // a minute that comes 25 s late, at once
            long nowNs = takenNs > 100 * S && takenNs < 125 * S ? 125 * S + i * 1000L : takenNs;
            time.arrived((long) i * CHUNK, nowNs);
            long at = time.nsAt((long) i * CHUNK);
            assertThat(at - before).isBetween(CHUNK_NS - 1_000_000, CHUNK_NS + 6_000_000);
            assertThat(Math.abs(time.driftPpm()) > 1000)
                    .as("a clock that is off")
                    .isFalse();
            before = at;
        }
        assertThat(time.nsAt(30_000L * CHUNK)).isBetween(300 * S - 1_000_000, 300 * S + 1_000_000);
    }

    @Test
    void saysNothingOfTheClockOfAConnectionThatIsNew() {
        for (int i = 1; i <= 3_000; i++) {
            time.arrived((long) i * CHUNK, i * CHUNK_NS);
        }

        assertThat(time.driftPpm()).isNaN();
    }
}

package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookClockTest {
    private static final long SECOND = 1_000_000_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private Instant day = START;
    private final LookClock clock = new LookClock(() -> day, 0, 5_000_000);

    @Test
    void followsTheDayWhereBothRunAlike() {
        day = START.plusSeconds(1);

        assertThat(endLook(SECOND)).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void stretchesNoLookWhenTheDayIsSetForward() {
        day = START.plusSeconds(1);
        endLook(SECOND);
        day = START.plusSeconds(122);

        Instant end = endLook(2 * SECOND);
        day = day.plusSeconds(1);
        Instant next = endLook(3 * SECOND);

        assertThat(end).isEqualTo(START.plusSeconds(2));
        assertThat(next).as("5 ms nearer").isEqualTo(START.plusMillis(3005));
    }

    @Test
    void neverRunsBackWhenTheDayIsSetBack() {
        day = START.minusSeconds(3600);
        Instant end = endLook(SECOND);

        Instant again = endLook(SECOND + 1);

        assertThat(again).isEqualTo(end);
    }

    /** Compared when a look is told, as it once was, the two are apart by what measuring takes, and looks are stretched. */
    @Test
    void whatMeasuringTakesIsNoClockThatRunsAhead() {
        Instant end = START;
        for (int second = 1; second <= 60; second++) {
            day = START.plusSeconds(second);
            clock.compare(second * SECOND);
            day = day.plusMillis(300);
            end = clock.endLook(second * SECOND);
        }

        assertThat(end).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void comesToTheDayInTime() {
        day = START.plusMillis(200);
        Instant end = START;
        for (int second = 1; second <= 60; second++) {
            day = day.plusSeconds(1);
            end = endLook(second * SECOND);
        }

        assertThat(Duration.between(end, day)).isZero();
    }

    /** A look that is told as soon as it ends. */
    private Instant endLook(long ns) {
        clock.compare(ns);
        return clock.endLook(ns);
    }
}

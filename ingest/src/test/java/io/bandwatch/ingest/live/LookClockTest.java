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

        assertThat(clock.endLook(SECOND, SECOND)).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void stretchesNoLookWhenTheDayIsSetForward() {
        day = START.plusSeconds(1);
        clock.endLook(SECOND, SECOND);
        day = START.plusSeconds(122);

        Instant end = clock.endLook(2 * SECOND, 2 * SECOND);
        day = day.plusSeconds(1);
        Instant next = clock.endLook(3 * SECOND, 3 * SECOND);

        assertThat(end).isEqualTo(START.plusSeconds(2));
        assertThat(next).as("5 ms nearer").isEqualTo(START.plusMillis(3005));
    }

    @Test
    void neverRunsBackWhenTheDayIsSetBack() {
        day = START.minusSeconds(3600);
        Instant end = clock.endLook(SECOND, SECOND);

        Instant again = clock.endLook(SECOND + 1, SECOND + 1);

        assertThat(again).isEqualTo(end);
    }

    @Test
    void comesToTheDayInTime() {
        day = START.plusMillis(200);
        Instant end = START;
        for (int second = 1; second <= 60; second++) {
            day = day.plusSeconds(1);
            end = clock.endLook(second * SECOND, second * SECOND);
        }

        assertThat(Duration.between(end, day)).isZero();
    }
}

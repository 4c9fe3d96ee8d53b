package io.bandwatch.ingest.live.receive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff();

    @Test
    void doublesThePauseUpToHalfAMinute() {
        assertThat(new long[] {fail(), fail(), fail(), fail(), fail(), fail(), fail(), fail()})
                .containsExactly(500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000);
    }

    @Test
    void beginsWithTheShortestPauseAfterAMinuteThatWorked() {
        fail();
        fail();

        assertThat(backOff.afterMs(BackOff.WORKED_MS)).isEqualTo(BackOff.SHORTEST_MS);
        assertThat(fail()).isEqualTo(2 * BackOff.SHORTEST_MS);
    }

    private long fail() {
        return backOff.afterMs(100);
    }
}

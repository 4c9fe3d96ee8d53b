package io.bandwatch.dsp.ts.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalStampsTest {
    private final ArrivalStamps stamps = new ArrivalStamps();

    @Test
    void countsOnOverTheTurn() {
        stamps.timeNs((1 << 30) - 27_000);

        assertThat(stamps.timeNs(27_000)).as("2 ms, not 39.8 s back").isEqualTo(2_000_000);
    }

    @Test
    void standsStillWhereStampsRunBack() {
        stamps.timeNs(27_000_000);
        assertThat(stamps.timeNs(0)).isZero();
        assertThat(stamps.timeNs(27_000)).as("and goes on from there").isEqualTo(1_000_000);
    }
}

package io.bandwatch.ingest.gst.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamTimeTest {
    private static final long FRAME_TICKS = 3600;
    private static final long FRAME_NS = 40_000_000;
    private static final long WRAP_TICKS = 1L << 33;

    private final StreamTime time = new StreamTime();

    @Test
    void goesOnOverTheWrapOf33Bits() {
        long first = WRAP_TICKS - FRAME_TICKS;
        long before = time.streamNs(take(first));
        long after = time.streamNs(take(0));
        assertThat(after - before).isEqualTo(FRAME_NS);
    }

    @Test
    void neverGoesBackForGStreamerWhenTheStreamBeginsAnew() {
        long before = take(90_000_000);
        long after = take(900);
        assertThat(after).isGreaterThan(before);
        assertThat(time.streamNs(after)).isEqualTo(10_000_000);
        assertThat(time.streamNs(before)).isEqualTo(1000L * 1_000_000_000);
    }

    @Test
    void datesAPictureThatWaitedForItsTurnByTheStretchItBelongsTo() {
        long[] late = time.take(0, 10 * FRAME_TICKS);
        take(90_000L * 3600);
        assertThat(time.streamNs(late[1])).isEqualTo(10 * FRAME_NS);
    }

    private long take(long ticks) {
        return time.take(ticks, ticks)[1];
    }
}

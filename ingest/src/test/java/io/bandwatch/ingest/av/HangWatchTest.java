package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HangWatchTest {
    private static final long STEP_MS = 100;

    private final AtomicLong usedMs = new AtomicLong();
    private final HangWatch watch = new HangWatch(usedMs::get);

    @Test
    void waitsForWhatABusyMachineLetsRunSeldom() {
        // five minutes without a word, a twentieth of a processor: to end it after 60 s would lose what it decodes
        assertThat(endedAfter(300_000, 5)).isEqualTo(-1);
    }

    @Test
    void endsWhatWaitsForEver() {
        assertThat(endedAfter(300_000, 0)).isBetween(60_000L, 62_000L);
    }

    @Test
    void endsWhatWaitsForEverAfterItDidSomething() {
        usedMs.set(0);
        assertThat(watch.hangs(0, 10_000)).isFalse();
        usedMs.set(900);
        assertThat(endedAfter(300_000, 0)).isBetween(60_000L, 140_000L);
    }

    @Test
    void endsWhatTurnsInCircles() {
        assertThat(endedAfter(300_000, STEP_MS)).isBetween(60_000L, 62_000L);
    }

    @Test
    void countsFromTheLastThatWasHeard() {
        for (long now = 0; now <= 600_000; now += STEP_MS) {
            assertThat(watch.hangs(now / 50_000 * 50_000, now)).isFalse();
        }
    }

    @Test
    void doesNotCountTheTimeInWhichNobodyLooked() {
        // the machine slept, or the job was stopped, for two minutes
        assertThat(watch.hangs(0, 10_000)).isFalse();
        assertThat(watch.hangs(0, 130_000)).isFalse();
    }

    @Test
    void judgesNothingByASingleLook() {
        assertThat(watch.hangs(0, 3_600_000)).isFalse();
    }

    /** When a process that was heard at 0 is said to hang; -1 where it is not. */
    private long endedAfter(long mostMs, long usedEachStepMs) {
        for (long now = 0; now <= mostMs; now += STEP_MS) {
            usedMs.addAndGet(usedEachStepMs);
            if (watch.hangs(0, now)) {
                return now;
            }
        }
        return -1;
    }
}

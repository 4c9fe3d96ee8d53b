package io.bandwatch.deploy.evidence.live;

import static io.bandwatch.deploy.evidence.live.EvidenceRun.ONSET;
import static io.bandwatch.deploy.evidence.live.EvidenceRun.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.evidence.EvidenceLedger.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Evidence while the clock of the day goes on, or is set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceClockTest {
    private Path rings;

    @BeforeAll
    void fillTheRing(@TempDir Path scratch) throws Exception {
        rings = scratch.resolve("kept");
        byte[] samples = EvidenceRun.fill(rings);
        assertThat(samples).isNotEmpty();
    }

    @Test
    void aClipWhoseEndHasNotComeIsWaitedForAWhile(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
        // it is to end 2.5 s after its onset, and the ring ends 8 s after the start
        Instant onset = START.plusMillis(6500);
        run.incident("one", 98_000_000, onset);
        run.tick(onset.plusSeconds(2));
        run.tick(onset.plusSeconds(9));
        assertThat(run.ledger.of("one")).as("its end has not come").isEmpty();
        run.tick(onset.plusSeconds(10));
        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.KEPT);
    }

    /** Looks go on from the time before the step. By the clock the end of the clip would be two minutes away, and long gone from the ring then. */
    @Test
    void aClockThatWasSetBackDoesNotDelayTheClip(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
        run.incident("one", 98_000_000, ONSET);
        run.step(ONSET.minusSeconds(120));
        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.KEPT);
    }

    /** By the clock the clip would have been due before its end was received. */
    @Test
    void aClockThatWasSetAheadDoesNotCutTheClipShort(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
        Instant onset = START.plusMillis(6500);
        run.incident("one", 98_000_000, onset);
        run.step(onset.plusSeconds(120));
        assertThat(run.ledger.of("one")).isEmpty();
    }

    @Test
    void aClockThatWasSetFarAheadDeletesNothing(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, rings);
        run.incident("one", 98_000_000, ONSET);
        run.tick(ONSET.plusSeconds(5));
        Instant wrongYear = ONSET.plus(Duration.ofDays(366));
        run.step(wrongYear);
        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(run.evidence.problem())
                .hasValueSatisfying(text -> assertThat(text).contains("was set ahead by 527039 min"));
        run.step(ONSET.plusSeconds(6));
        assertThat(run.evidence.problem()).isEmpty();
        run.tick(wrongYear);
        assertThat(run.ledger.of("one").orElseThrow().state())
                .as("a year has passed")
                .isEqualTo(State.EXPIRED);
    }
}

package io.bandwatch.deploy.evidence.live;

import static io.bandwatch.deploy.evidence.live.EvidenceRun.ONSET;
import static io.bandwatch.deploy.evidence.live.EvidenceRun.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.evidence.BundleCheck;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.evidence.EvidenceLedger.State;
import io.bandwatch.deploy.cli.acceptance.bench.CheckImpossibleException;
import io.bandwatch.deploy.cli.acceptance.service.SmallDisk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Evidence where there is no room for it, and in a folder that an earlier run has left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceDiskTest {
    private Path rings;

    @BeforeAll
    void fillTheRing(@TempDir Path scratch) throws Exception {
        rings = scratch.resolve("kept");
        byte[] samples = EvidenceRun.fill(rings);
        assertThat(samples).isNotEmpty();
    }

    @Test
    void aFullDiskIsToldAndTheNextIncidentHasItsEvidenceAgain(@TempDir Path folder) throws Exception {
        boolean[] room = {false};
        EvidenceRun run = new EvidenceRun(folder, 1L << 40, bytes -> room[0], rings);
        run.incident("one", 98_000_000, ONSET);
        run.tick(ONSET.plusSeconds(5));

        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.MISSING);
        assertThat(run.ledger.of("one").orElseThrow().reason()).isEqualTo("disk-full");
        assertThat(run.evidence.problem())
                .hasValueSatisfying(text -> assertThat(text).contains("disk-full"));
        assertThat(run.bundle("one")).doesNotExist();

        room[0] = true;
        run.incident("two", 98_400_000, ONSET);
        run.tick(ONSET.plusSeconds(6));
        assertThat(run.ledger.of("two").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(run.evidence.problem()).isEmpty();
    }

    @Test
    void evidenceNeverGivesWayToEvidence(@TempDir Path folder) throws Exception {
        EvidenceRun run = new EvidenceRun(folder, 80L << 20, PLENTY, rings);
        run.incident("one", 98_000_000, ONSET);
        run.tick(ONSET.plusSeconds(5));
        run.incident("two", 98_400_000, ONSET);
        run.tick(ONSET.plusSeconds(6));

        assertThat(run.ledger.of("one").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(run.ledger.of("two").orElseThrow().reason()).isEqualTo("evidence-full");
        assertThat(BundleCheck.problems(run.bundle("one"))).isEmpty();

        run.tick(ONSET.plus(Duration.ofDays(9)));
        assertThat(run.ledger.of("one").orElseThrow().state())
                .as("after its time")
                .isEqualTo(State.EXPIRED);
        assertThat(run.bundle("one")).doesNotExist();
    }

    @Test
    void aRunThatWasKilledIsMadeUpForByTheNextAndNothingIsMadeTwice(@TempDir Path folder) throws Exception {
        EvidenceRun before = new EvidenceRun(folder, rings);
        before.incident("one", 98_000_000, ONSET);
        before.tick(ONSET.plusSeconds(5));
        before.incident("two", 98_400_000, ONSET);

        EvidenceRun after = new EvidenceRun(folder, rings);
        after.tick(ONSET.plusSeconds(7));

        assertThat(after.ledger.of("two").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(after.ledger.of("one").orElseThrow().at()).isEqualTo(ONSET.plusSeconds(5));
    }

    /** A file system that is full to its last byte, and not only said to be. */
    @Test
    void whatCannotBeWrittenOnAFullDiskIsWrittenWhenThereIsRoom(@TempDir Path folder) throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 256L << 20)) {
            EvidenceRun run = EvidenceRun.on(disk.folder(), folder.resolve("journal.jsonl"), rings);
            Path kept = disk.folder().resolve("evidence/incidents");
            disk.fill();
            run.incident("one", 98_000_000, ONSET);
            run.tick(ONSET.plusSeconds(5));
            assertThat(run.ledger.of("one").orElseThrow().reason()).isEqualTo("disk-full");
            assertThat(new EvidenceLedger(kept).of("one"))
                    .as("not even the word on it could be written")
                    .isEmpty();

            disk.empty();
            run.incident("two", 98_400_000, ONSET);
            run.tick(ONSET.plusSeconds(6));
            EvidenceLedger next = new EvidenceLedger(kept);
            assertThat(next.of("one").orElseThrow().reason()).isEqualTo("disk-full");
            assertThat(next.of("two").orElseThrow().state()).isEqualTo(State.KEPT);
            assertThat(BundleCheck.problems(run.bundle("two"))).isEmpty();
        } catch (CheckImpossibleException notAllowed) {
            Assumptions.abort(notAllowed.getMessage());
        }
    }
}

package io.bandwatch.alerts.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.evidence.EvidenceLedger.Entry;
import io.bandwatch.alerts.evidence.EvidenceLedger.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceLedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private static Entry kept(String incident) {
        return new Entry(incident, State.KEPT, NOON, "", 1000, List.of(incident + "/clip.sigmf"));
    }

    @Test
    void remembersWhatBecameOfEach() throws IOException {
        EvidenceLedger ledger = new EvidenceLedger(folder);
        ledger.note(kept("one"));
        ledger.note(kept("two"));
        ledger.expire(kept("one"), NOON.plusSeconds(1));
        EvidenceLedger next = new EvidenceLedger(folder);
        assertThat(next.of("one")).map(Entry::state).contains(State.EXPIRED);
        assertThat(next.of("two")).contains(kept("two"));
        assertThat(next.keptBytes()).isEqualTo(1000);
    }

    @Test
    void aLineThatWasCutShortTakesNoOtherWithIt() throws IOException {
        new EvidenceLedger(folder).note(kept("one"));
        // a full disk, or a machine that lost its power
        Files.writeString(folder.resolve("ledger.jsonl"), "{\"incident\":\"torn", StandardOpenOption.APPEND);
        new EvidenceLedger(folder).note(kept("two"));
        EvidenceLedger next = new EvidenceLedger(folder);
        assertThat(next.of("one")).contains(kept("one"));
        assertThat(next.of("two")).as("written behind it").contains(kept("two"));
        assertThat(next.keptBytes()).isEqualTo(2000);
        assertThat(next.keptBefore(NOON.plusSeconds(1)))
                .as("it will be deleted in its time")
                .hasSize(2);
    }
}

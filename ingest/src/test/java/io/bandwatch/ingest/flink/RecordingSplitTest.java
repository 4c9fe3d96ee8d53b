package io.bandwatch.ingest.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.ingest.IqLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.SweepLayout;
import io.bandwatch.ingest.TsLayout;
import io.bandwatch.ingest.bytes.Compression;
import io.bandwatch.ingest.flink.enumerator.Undealt;
import io.bandwatch.ingest.flink.enumerator.UndealtSerializer;
import io.bandwatch.ingest.flink.split.RecordingSplit;
import io.bandwatch.ingest.flink.split.RecordingSplitSerializer;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What checkpoints keep of the reading. */
class RecordingSplitTest {
    private static final Instant START = Instant.parse("2026-03-01T20:00:00.123456789Z");

    private final RecordingSplitSerializer serializer = new RecordingSplitSerializer();

    @Test
    void everyFieldOfASplitComesBack() throws IOException {
        IqLayout iq = new IqLayout(SampleFormat.CS16, 2.4e6, 98e6, 44, 1L << 36);
        SweepLayout sweep = new SweepLayout(86_805.56, 1_000_000_000L, ZoneId.of("Asia/Shanghai"));
        InputAccount account = new InputAccount(1, 2, 3, 4, 5, 6);
        for (Recording recording : List.of(
                new Recording("a", "/data/a.cs16", Compression.ZSTD, START, true, iq, 7),
                new Recording("b", "b.csv", Compression.NONE, Instant.EPOCH, false, sweep, -1),
                new Recording("c", "c.ts", Compression.XZ, START, true, new TsLayout(), -1))) {
            RecordingSplit split = new RecordingSplit(recording, new RecordingPosition(1L << 40, START, true), account);
            assertThat(serializer.deserialize(RecordingSplitSerializer.VERSION, serializer.serialize(split)))
                    .isEqualTo(split);
        }
    }

    @Test
    void aSplitOfAnUnknownVersionIsRefusedWithTheRemedy() {
        byte[] some = serializer.serialize(RecordingSplit.of(new Recording(
                "a", "a.csv", Compression.NONE, START, true, new SweepLayout(1e3, 1, ZoneId.of("UTC")), -1)));
        assertThatThrownBy(() -> serializer.deserialize(RecordingSplitSerializer.VERSION + 1, some))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version " + (RecordingSplitSerializer.VERSION + 1))
                .hasMessageContaining("start without these checkpoints");
        assertThatThrownBy(() -> new UndealtSerializer<>(new RecordingSplitSerializer()).deserialize(99, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
    }

    @Test
    void whatIsNotYetAssignedComesBackInOrder() throws IOException {
        UndealtSerializer<RecordingSplit> states = new UndealtSerializer<>(new RecordingSplitSerializer());
        IqLayout iq = new IqLayout(SampleFormat.CU8, 2.4e6, 98e6, 0, IqLayout.TO_THE_END);
        Undealt<RecordingSplit> state = new Undealt<>(List.of(
                RecordingSplit.of(new Recording("b", "b.cu8", Compression.GZIP, START, true, iq, 7)),
                RecordingSplit.of(new Recording("a", "a.cu8", Compression.XZ, START, true, iq, 7))));
        assertThat(states.deserialize(states.getVersion(), states.serialize(state)))
                .isEqualTo(state);
    }
}

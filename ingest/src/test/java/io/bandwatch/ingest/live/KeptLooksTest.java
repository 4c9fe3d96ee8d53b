package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.Workers;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.preroll.Clip;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import io.bandwatch.ingest.live.preroll.PrerollWriter;
import io.bandwatch.ingest.live.preroll.RawSource;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a receiver is what its looks were made of, at their times. */
class KeptLooksTest {
    private static final double RATE_HZ = 1e6;
    private static final long CENTER_HZ = 98_050_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CHUNK = 10_000;
    private static final int LOOK = 200_000;

    @TempDir
    private Path folder;

    private final TransportCounts counts = new TransportCounts();
    private final BlockRing ring = new BlockRing(64);
    private final Tones air = new Tones(RATE_HZ, 97.8e6, 98.2e6, 98.7e6, 99.4e6);
    private final List<RfFrame> looks = new ArrayList<>();
    private long nowNs;
    private long sent;

    @Test
    void areTheBytesOfTheLooksAtTheirTimes() throws Exception {
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        try (PrerollWriter kept = kept()) {
            BandLooks bands = looking(HopPlan.staying(CENTER_HZ), kept);
            writer.opened();
            send(writer, bands, CENTER_HZ, 1050);
        }

        List<KeptLook> files = files();
        assertThat(files).hasSize(5);
        for (int i = 0; i < 5; i++) {
            KeptLook.Head head = files.get(i).head();
            assertThat(head.from()).isEqualTo(looks.get(i).time());
            assertThat(head.to()).isEqualTo(looks.get(i).end());
            assertThat(head.continues()).isEqualTo(i > 0);
        }
        Instant onset = looks.get(3).time();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Clip clip = Clip.cut(files, onset.minusMillis(250), onset.plusMillis(100), bytes)
                .orElseThrow();
        assertThat(bytes.toByteArray()).isEqualTo(air.cu8(CENTER_HZ, 3L * LOOK - 250_000, 350_000));
        assertThat(clip.at(onset)).isEqualTo(250_000);
    }

    @Test
    void leaveOutWhatNoLookWasMadeOf() throws Exception {
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        try (PrerollWriter kept = kept()) {
            BandLooks bands = looking(HopPlan.staying(CENTER_HZ), kept);
            writer.opened();
            send(writer, bands, CENTER_HZ, 450);
            writer.opened();
            send(writer, bands, CENTER_HZ, 410);
        }

        List<KeptLook> files = files();
        assertThat(files).extracting(look -> look.head().continues()).containsExactly(false, true, false, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Clip clip = Clip.cut(files, START, START.plusSeconds(9), bytes).orElseThrow();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(air.cu8(CENTER_HZ, 0, 2 * LOOK));
        expected.writeBytes(air.cu8(CENTER_HZ, 450_000, 2 * LOOK));
        assertThat(bytes.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(clip.beginnings()).extracting(Clip.Part::first).containsExactly(0L, 2L * LOOK);
    }

    @Test
    void areTheVisitsOfARoundEachAtItsFrequencyAndTime() throws Exception {
        HopPlan plan =
                new HopPlan(List.of(98_050_000L, 98_750_000L, 99_450_000L), Duration.ofMillis(200), Duration.ZERO);
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        try (PrerollWriter kept = kept()) {
            BandLooks bands = looking(plan, kept);
            writer.opened();
            for (int round = 0; round < 3; round++) {
                for (long centerHz : plan.centersHz()) {
                    writer.tuned(centerHz);
                    // the second round lacks a part of a visit, and is no look
                    send(writer, bands, centerHz, round == 1 && centerHz == 98_750_000L ? 150 : 200);
                }
            }
            writer.tuned(98_050_000L);
            send(writer, bands, 98_050_000L, 10);
        }

        assertThat(looks).hasSize(2);
        List<KeptLook> files = files();
        assertThat(files)
                .extracting(look -> look.head().centerHz())
                .containsExactly(98_050_000L, 98_750_000L, 99_450_000L, 98_050_000L, 98_750_000L, 99_450_000L);
        assertThat(files.get(0).head().from()).isEqualTo(looks.get(0).time());
        assertThat(files.get(2).head().to()).isEqualTo(looks.get(0).end());
        assertThat(files.get(5).head().to()).isEqualTo(looks.get(1).end());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Clip visit = Clip.cut(files.subList(4, 5), START, START.plusSeconds(9), bytes)
                .orElseThrow();
        assertThat(visit.units()).isEqualTo(LOOK);
        assertThat(bytes.toByteArray()).isEqualTo(air.cu8(98_750_000L, 1_350_000, LOOK));
    }

    private PrerollWriter kept() {
        return new PrerollWriter(
                "roof",
                new RawSource("cu8", 2, RATE_HZ),
                new PrerollSettings(folder.toString(), Duration.ofMinutes(1), 1L << 30, 0));
    }

    private List<KeptLook> files() throws Exception {
        return Clip.looks(folder.resolve("roof"), START, START.plusSeconds(60));
    }

    private BandLooks looking(HopPlan plan, PrerollWriter kept) {
        ReceiverSettings settings =
                new ReceiverSettings(SampleFormat.CU8, RATE_HZ, plan, FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
        return new BandLooks(
                "roof",
                settings,
                counts,
                look -> {
                    if (Objects.requireNonNull(look.rf()).kind() == FrameKind.MEASURED) {
                        looks.add(look.rf());
                    }
                },
                Workers.ALONE,
                kept.tap(),
                () -> START.plusNanos(nowNs),
                nowNs);
    }

    private void send(BlockWriter writer, BandLooks bands, long centerHz, int ms) throws InterruptedException {
        for (long left = Math.round(ms * 1e-3 * RATE_HZ); left > 0; left -= CHUNK) {
            int count = (int) Math.min(CHUNK, left);
            byte[] samples = air.cu8(centerHz, sent, count);
            nowNs += Math.round(count / RATE_HZ * 1e9);
            sent += count;
            writer.add(samples, 0, samples.length);
            writer.stamp(nowNs, nowNs);
            drain(bands);
        }
        writer.flush();
        drain(bands);
    }

    private void drain(BandLooks bands) throws InterruptedException {
        for (Block block = ring.take(0); block != null; block = ring.take(0)) {
            bands.take(block, nowNs);
            ring.release(block);
        }
    }
}

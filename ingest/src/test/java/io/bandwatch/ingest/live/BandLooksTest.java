package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.Workers;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BandLooksTest {
    private static final double RATE_HZ = 1e6;
    private static final long CENTER_HZ = 98_050_000;
    private static final long MS = 1_000_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CHUNK = 10_007;

    private final TransportCounts counts = new TransportCounts();
    private final BlockRing ring = new BlockRing(64);
    private final Tones air = new Tones(RATE_HZ, 97.8e6, 98.2e6, 98.7e6, 99.4e6);
    private final List<RfFrame> looks = new ArrayList<>();
    private long nowNs;
    private long sent;

    @Test
    void makesALookOfEachFrameWithoutAGap() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        writer.opened();
        send(writer, bands, CENTER_HZ, 1050);

        assertThat(looks).hasSize(5).allSatisfy(look -> {
            assertThat(look.kind()).isEqualTo(FrameKind.MEASURED);
            assertThat(look.durationNs()).isBetween(199 * MS, 201 * MS);
            assertThat(frequencies(look)).hasSize(2);
        });
        assertThat(frequencies(looks.get(4))[0]).as("to 200 Hz").isBetween(97.7998e6, 97.8002e6);
        assertThat(state().measuredSamples()).isEqualTo(1_000_000);
        assertThat(state().visits()).isZero();
    }

    @Test
    void accountsForEverySampleThatCame() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        writer.opened();
        send(writer, bands, CENTER_HZ, 450);
        // nobody measures while more comes than the ring holds
        for (int i = 0; i < 500; i++) {
            put(writer, CENTER_HZ);
        }
        drain(bands);
        send(writer, bands, CENTER_HZ, 700);
        writer.opened();
        send(writer, bands, CENTER_HZ, 333);
        writer.flush();
        drain(bands);
        bands.end(nowNs);

        ReceiverState all = state();
        assertThat(all.receivedSamples()).isEqualTo(sent);
        assertThat(all.droppedSamples()).isPositive();
        assertThat(all.measuredSamples() + all.droppedSamples() + all.unmeasuredSamples())
                .as("but for a sample cut apart at each of two gaps")
                .isBetween(sent - 4, sent);
        assertThat(looks.stream().filter(look -> look.kind() == FrameKind.MEASURED))
                .as("a frame never has a gap: the carriers stay where they are")
                .allSatisfy(look -> assertThat(frequencies(look)).hasSize(2));
    }

    @Test
    void goesOnTickingWhereNothingComes() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        writer.opened();
        send(writer, bands, CENTER_HZ, 500);
        int before = looks.size();
        for (int i = 0; i < 60; i++) {
            nowNs += 100 * MS;
            bands.passed(nowNs);
        }

        List<RfFrame> unheard = looks.subList(before, looks.size());
        assertThat(unheard).hasSizeBetween(4, 6).allSatisfy(look -> {
            assertThat(look.kind()).isEqualTo(FrameKind.UNHEARD);
            assertThat(look.band()).isNull();
        });
        assertThat(Duration.between(START, looks.get(looks.size() - 1).end()))
                .isBetween(Duration.ofMillis(5000), Duration.ofMillis(6600));
        for (int i = 1; i < looks.size(); i++) {
            assertThat(looks.get(i).time()).isAfterOrEqualTo(looks.get(i - 1).end());
        }
    }

    @Test
    void aPauseInTheMiddleOfASampleSwapsNothing() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        writer.opened();
        byte[] samples = air.cu8(CENTER_HZ, 0, 900_000);
        // the receiver stops after the first byte of a sample, and goes on with the second
        int stop = 2 * 450_000 + 1;
        nowNs += 450 * MS;
        writer.add(samples, 0, stop);
        writer.stamp(nowNs, nowNs);
        writer.flush();
        drain(bands);
        nowNs += 3000 * MS;
        bands.passed(nowNs);
        int before = looks.size();
        for (int from = stop; from < samples.length; from += 2 * CHUNK) {
            nowNs += 10 * MS;
            writer.add(samples, from, Math.min(2 * CHUNK, samples.length - from));
            writer.stamp(nowNs, nowNs);
            drain(bands);
        }

        List<RfFrame> after = looks.subList(before, looks.size());
        assertThat(after).hasSize(2).allSatisfy(look -> assertThat(frequencies(look)[0])
                .as("read a byte late, each carrier would have its mirror image")
                .isBetween(97.7998e6, 97.8002e6));
        assertThat(after).allSatisfy(look -> assertThat(frequencies(look)).hasSize(2));
        assertThat(after)
                .as("what comes after a silence is of now, though fewer samples were counted than time has passed")
                .allSatisfy(look -> {
                    assertThat(look.durationNs()).isBetween(199 * MS, 201 * MS);
                    assertThat(look.end()).isAfter(START.plusMillis(3400));
                });
    }

    @Test
    void whatWasToldAsUnheardIsNotToldAgainWhereItComesLate() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        writer.opened();
        send(writer, bands, CENTER_HZ, 1000);
        nowNs += 3000 * MS;
        bands.passed(nowNs);
        // a network that stood still delivers three seconds at once
        long late = nowNs;
        send(writer, bands, CENTER_HZ, 3000, late);
        send(writer, bands, CENTER_HZ, 1000);

        assertThat(looks).allSatisfy(look -> assertThat(look.durationNs()).isGreaterThan(90 * MS));
        for (int i = 1; i < looks.size(); i++) {
            assertThat(looks.get(i).time()).isAfterOrEqualTo(looks.get(i - 1).end());
        }
        assertThat(state().unmeasuredSamples()).isPositive();
        assertThat(state().receivedSamples())
                .isEqualTo(state().measuredSamples() + state().unmeasuredSamples() + state().pendingSamples());
    }

    @Test
    void putsTheVisitsOfARoundTogether() throws Exception {
        HopPlan plan =
                new HopPlan(List.of(98_050_000L, 98_750_000L, 99_450_000L), Duration.ofMillis(200), Duration.ZERO);
        BandLooks bands = looking(plan);
        BlockWriter writer = BlockWriter.at(98_050_000L, ring, counts, false);
        writer.opened();
        for (int round = 0; round < 3; round++) {
            for (long centerHz : plan.centersHz()) {
                writer.tuned(centerHz);
                send(writer, bands, centerHz, 200);
            }
        }
        writer.tuned(98_050_000L);
        send(writer, bands, 98_050_000L, 10);

        assertThat(looks).hasSize(3).allSatisfy(look -> {
            assertThat(look.durationNs()).isBetween(590 * MS, 610 * MS);
            assertThat(frequencies(look))
                    .as("the one that two visits saw is there once")
                    .hasSize(4);
            BandMeasurement band = Objects.requireNonNull(look.band());
            assertThat(band.firstChannel()).isEqualTo(107);
            assertThat(band.channelLevelDbfs()).hasSizeGreaterThan(20);
        });
        assertThat(state().visits()).isEqualTo(3);
    }

    @Test
    void leavesOutARoundOfWhichAPartIsMissing() throws Exception {
        HopPlan plan =
                new HopPlan(List.of(98_050_000L, 98_750_000L, 99_450_000L), Duration.ofMillis(200), Duration.ZERO);
        BandLooks bands = looking(plan);
        BlockWriter writer = BlockWriter.at(98_050_000L, ring, counts, false);
        writer.opened();
        for (int round = 0; round < 4; round++) {
            for (long centerHz : plan.centersHz()) {
                writer.tuned(centerHz);
                send(writer, bands, centerHz, round == 1 && centerHz == 98_750_000L ? 150 : 200);
            }
        }
        writer.tuned(98_050_000L);
        send(writer, bands, 98_050_000L, 10);

        assertThat(looks)
                .as("a channel that was not visited is unknown, not empty")
                .hasSize(3);
        assertThat(looks).allSatisfy(look -> assertThat(frequencies(look)).hasSize(4));
        assertThat(state().unmeasuredSamples())
                .as("two visits and a part of one")
                .isEqualTo(550_000);
    }

    @Test
    void tellsSamplesThatStandStill() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        BlockWriter writer = BlockWriter.at(CENTER_HZ, ring, counts, false);
        writer.opened();
        send(writer, bands, CENTER_HZ, 250);
        assertThat(state().stuckShare()).isLessThan(0.5);

        byte[] stuck = new byte[2 * CHUNK];
        Arrays.fill(stuck, (byte) 130);
        for (int i = 0; i < 60; i++) {
            put(writer, stuck);
            drain(bands);
        }

        assertThat(state().stuckShare()).isGreaterThan(0.999);
    }

    private BandLooks looking(HopPlan plan) {
        ReceiverSettings settings =
                new ReceiverSettings(SampleFormat.CU8, RATE_HZ, plan, FrontEnd.USUAL, BandSettings.DE_EMPHASIS_S);
        return new BandLooks(
                "roof", settings, counts, this::add, Workers.ALONE, RawTap.NONE, () -> START.plusNanos(nowNs), nowNs);
    }

    private void add(FeedFrame look) {
        looks.add(Objects.requireNonNull(look.rf()));
    }

    /** So many milliseconds, in chunks that are no whole number of anything. */
    private void send(BlockWriter writer, BandLooks bands, long centerHz, int ms) throws InterruptedException {
        long left = Math.round(ms * 1e-3 * RATE_HZ);
        while (left > 0) {
            int count = (int) Math.min(CHUNK, left);
            put(writer, air.cu8(centerHz, sent, count));
            left -= count;
            drain(bands);
        }
        writer.flush();
        drain(bands);
    }

    /** The same, all of which comes at one time, ns. */
    private void send(BlockWriter writer, BandLooks bands, long centerHz, int ms, long atNs)
            throws InterruptedException {
        for (long left = Math.round(ms * 1e-3 * RATE_HZ); left > 0; left -= CHUNK) {
            put(writer, centerHz);
            nowNs = atNs;
            drain(bands);
        }
    }

    private void put(BlockWriter writer, long centerHz) throws InterruptedException {
        put(writer, air.cu8(centerHz, sent, CHUNK));
    }

    private void put(BlockWriter writer, byte[] samples) throws InterruptedException {
        nowNs += Math.round(samples.length / (2 * RATE_HZ) * 1e9);
        sent += samples.length / 2;
        // in two parts, the first of which ends within a sample
        int part = samples.length / 4 * 2 + 1;
        writer.add(samples, 0, part);
        writer.add(samples, part, samples.length - part);
        writer.stamp(nowNs, nowNs);
    }

    private void drain(BandLooks bands) throws InterruptedException {
        for (Block block = ring.take(0); block != null; block = ring.take(0)) {
            bands.take(block, nowNs);
            ring.release(block);
        }
    }

    private ReceiverState state() {
        return Objects.requireNonNull(looks.get(looks.size() - 1).receiver());
    }

    private static double[] frequencies(RfFrame look) {
        return Arrays.stream(Objects.requireNonNull(look.band()).carriers())
                .mapToDouble(CarrierMeasurement::frequencyHz)
                .toArray();
    }
}

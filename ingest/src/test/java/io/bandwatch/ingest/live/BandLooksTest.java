package io.bandwatch.ingest.live;

import static io.bandwatch.ingest.live.SentSamples.CENTER_HZ;
import static io.bandwatch.ingest.live.SentSamples.CHUNK;
import static io.bandwatch.ingest.live.SentSamples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.live.preroll.RawTap;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BandLooksTest {
    private static final long MS = 1_000_000;

    private final SentSamples receiver = new SentSamples(CENTER_HZ);
    private final List<RfFrame> looks = new ArrayList<>();

    @Test
    void makesALookOfEachFrameWithoutAGap() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        receiver.open();
        receiver.send(bands, CENTER_HZ, 1050);

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
        receiver.open();
        receiver.send(bands, CENTER_HZ, 450);
        // nobody measures while more comes than the ring holds
        for (int i = 0; i < 500; i++) {
            receiver.put(CENTER_HZ);
        }
        receiver.drain(bands);
        receiver.send(bands, CENTER_HZ, 700);
        receiver.open();
        receiver.send(bands, CENTER_HZ, 333);
        receiver.flush(bands);
        bands.end(receiver.nowNs());

        ReceiverState all = state();
        assertThat(all.receivedSamples()).isEqualTo(receiver.sent());
        assertThat(all.droppedSamples()).isPositive();
        assertThat(all.measuredSamples() + all.droppedSamples() + all.unmeasuredSamples())
                .as("with a sample cut apart at each of two gaps")
                .isEqualTo(receiver.sent());
        assertThat(all.pendingSamples()).isZero();
        assertThat(looks.stream().filter(look -> look.kind() == FrameKind.MEASURED))
                .as("a frame never has a gap: the carriers stay where they are")
                .allSatisfy(look -> assertThat(frequencies(look)).hasSize(2));
    }

    @Test
    void goesOnTickingWhereNothingComes() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        receiver.open();
        receiver.send(bands, CENTER_HZ, 500);
        int before = looks.size();
        for (int i = 0; i < 60; i++) {
            receiver.pass(100 * MS);
            bands.passed(receiver.nowNs());
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
    void whileThisProcessStoodStillNobodyKnowsWhetherAnythingCame() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        receiver.open();
        receiver.send(bands, CENTER_HZ, 500);
        int before = looks.size();
        receiver.pass(10_000 * MS);
        bands.stoodStill(receiver.nowNs());
        bands.passed(receiver.nowNs());
        assertThat(looks)
                .as("ten seconds of silence, as the obvious rule has them")
                .hasSize(before);

        // it comes, as it waited, late and at once
        receiver.send(bands, CENTER_HZ, 450);
        assertThat(looks.subList(before, looks.size())).isNotEmpty().allSatisfy(look -> assertThat(look.kind())
                .isEqualTo(FrameKind.MEASURED));
        int after = looks.size();
        for (int i = 0; i < 40; i++) {
            receiver.pass(100 * MS);
            bands.passed(receiver.nowNs());
        }
        assertThat(looks.subList(after, looks.size()))
                .as("what is silent from then on is told")
                .hasSizeBetween(2, 4)
                .allSatisfy(look -> assertThat(look.kind()).isEqualTo(FrameKind.UNHEARD));
    }

    @Test
    void aPauseInTheMiddleOfASampleSwapsNothing() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        receiver.open();
        byte[] samples = receiver.heard(CENTER_HZ, 0, 900_000);
        // the receiver stops after the first byte of a sample, and goes on with the second
        int stop = 2 * 450_000 + 1;
        receiver.pass(450 * MS);
        receiver.bytes(samples, 0, stop);
        receiver.flush(bands);
        receiver.pass(3000 * MS);
        bands.passed(receiver.nowNs());
        int before = looks.size();
        for (int from = stop; from < samples.length; from += 2 * CHUNK) {
            receiver.pass(10 * MS);
            receiver.bytes(samples, from, Math.min(2 * CHUNK, samples.length - from));
            receiver.drain(bands);
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
        receiver.open();
        receiver.send(bands, CENTER_HZ, 1000);
        receiver.pass(3000 * MS);
        bands.passed(receiver.nowNs());
        // a network that stood still delivers three seconds at once
        long late = receiver.nowNs();
        receiver.sendAt(bands, CENTER_HZ, 3000, late);
        receiver.send(bands, CENTER_HZ, 1000);

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
        receiver.open();
        for (int round = 0; round < 3; round++) {
            for (long centerHz : plan.centersHz()) {
                receiver.tune(centerHz);
                receiver.send(bands, centerHz, 200);
            }
        }
        receiver.tune(98_050_000L);
        receiver.send(bands, 98_050_000L, 10);

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
        receiver.open();
        for (int round = 0; round < 4; round++) {
            for (long centerHz : plan.centersHz()) {
                receiver.tune(centerHz);
                receiver.send(bands, centerHz, round == 1 && centerHz == 98_750_000L ? 150 : 200);
            }
        }
        receiver.tune(98_050_000L);
        receiver.send(bands, 98_050_000L, 10);

        assertThat(looks)
                .as("a channel that was not visited is unknown, not empty")
                .hasSize(3);
        assertThat(looks).allSatisfy(look -> assertThat(frequencies(look)).hasSize(4));
        assertThat(state().unmeasuredSamples())
                .as("two visits and a part of one")
                .isEqualTo(550_000);
    }

    /** Told round by round alone, nobody would hear of such a receiver again, and its time would stand still. */
    @Test
    void timeGoesOnWhereNoRoundIsWhole() throws Exception {
        HopPlan plan =
                new HopPlan(List.of(98_050_000L, 98_750_000L, 99_450_000L), Duration.ofMillis(200), Duration.ZERO);
        BandLooks bands = looking(plan);
        receiver.open();
        for (int round = 0; round < 12; round++) {
            for (long centerHz : plan.centersHz()) {
                receiver.tune(centerHz);
                receiver.send(bands, centerHz, round > 0 && centerHz == 98_750_000L ? 150 : 200);
            }
        }

        assertThat(looks.get(0).kind()).isEqualTo(FrameKind.MEASURED);
        List<RfFrame> torn = looks.subList(1, looks.size());
        assertThat(torn).hasSizeBetween(3, 6).allSatisfy(look -> {
            assertThat(look.kind()).isEqualTo(FrameKind.UNMEASURED);
            assertThat(look.band()).isNull();
        });
        assertNothingOverlapsUntil(Duration.ofMillis(600 + 11 * 550), Duration.ofMillis(1500));
        assertThat(state().receivedSamples()).isGreaterThan(state().measuredSamples());
    }

    @Test
    void timeGoesOnWhereNoFrameIsWhole() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        receiver.open();
        receiver.send(bands, CENTER_HZ, 450);
        int before = looks.size();
        for (int i = 0; i < 60; i++) {
            receiver.open();
            receiver.send(bands, CENTER_HZ, 100);
        }

        assertThat(looks.subList(before, looks.size())).hasSizeBetween(3, 5).allSatisfy(look -> assertThat(look.kind())
                .isEqualTo(FrameKind.UNMEASURED));
        assertNothingOverlapsUntil(Duration.ofMillis(6450), Duration.ofMillis(1700));
    }

    private void assertNothingOverlapsUntil(Duration end, Duration atMost) {
        for (int i = 1; i < looks.size(); i++) {
            assertThat(looks.get(i).time()).isAfterOrEqualTo(looks.get(i - 1).end());
        }
        assertThat(Duration.between(looks.get(looks.size() - 1).end(), START.plus(end)))
                .isBetween(Duration.ZERO, atMost);
    }

    @Test
    void tellsSamplesThatStandStill() throws Exception {
        BandLooks bands = looking(HopPlan.staying(CENTER_HZ));
        receiver.open();
        receiver.send(bands, CENTER_HZ, 250);
        assertThat(state().stuckShare()).isLessThan(0.5);

        byte[] stuck = new byte[2 * CHUNK];
        Arrays.fill(stuck, (byte) 130);
        for (int i = 0; i < 60; i++) {
            receiver.put(stuck);
            receiver.drain(bands);
        }

        assertThat(state().stuckShare()).isGreaterThan(0.999);
    }

    private BandLooks looking(HopPlan plan) {
        return receiver.looking(plan, RawTap.NONE, look -> looks.add(Objects.requireNonNull(look.rf())));
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

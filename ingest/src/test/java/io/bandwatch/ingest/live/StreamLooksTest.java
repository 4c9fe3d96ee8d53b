package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.ring.Block;
import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StreamLooksTest {
    private static final long MS = 1_000_000;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final TransportCounts counts = new TransportCounts();
    private final BlockRing ring = new BlockRing(4);
    private final BlockWriter writer = new BlockWriter(ring, counts, false);
    private final Packets packets = new Packets();
    private final List<TsFrame> made = new ArrayList<>();
    private long nowMs;
    private final StreamLooks looks =
            new StreamLooks(new StreamLooks.Manner("mux", true), counts, this::add, () -> START.plusMillis(nowMs), 0);

    private void add(FeedFrame look) {
        made.add(Objects.requireNonNull(look.ts()));
    }

    @Test
    void makesALookASecondOfArrival() throws Exception {
        play(3100);

        assertThat(made).hasSize(3).allSatisfy(look -> assertThat(look.durationNs())
                .isBetween(950 * MS, 1050 * MS));
        assertThat(last().counts().continuityErrors()).isZero();
        assertThat(last().bitrateBps()).as("7 packets in 10 ms").isBetween(1.04e6, 1.07e6);
    }

    @Test
    void looksOnWhereNothingComesAndRepeatsTheCounts() throws Exception {
        play(1500);
        TsObservation before = pass(1000);
        int looksBefore = made.size();

        pass(5000);

        List<TsFrame> silent = made.subList(looksBefore, made.size());
        assertThat(silent).hasSizeBetween(4, 6);
        assertThat(silent).allSatisfy(look -> {
            assertThat(Objects.requireNonNull(look.stream()).counts()).isEqualTo(before.counts());
            assertThat(look.durationNs()).isEqualTo(1000 * MS);
        });
        assertThat(Duration.between(START, made.get(made.size() - 1).end()))
                .isBetween(Duration.ofMillis(6300), Duration.ofMillis(7500));
    }

    @Test
    void whileThisProcessStoodStillNobodyKnowsWhetherAnythingCame() throws Exception {
        play(1500);
        int before = made.size();
        nowMs += 10_000;
        looks.stoodStill(nowMs * MS);
        looks.passed(nowMs * MS);
        assertThat(made.subList(before, made.size()))
                .as("half a second that came before")
                .hasSize(1);
        assertThat(made.get(before).durationNs()).isLessThan(600 * MS);

        packets.skip(40);
        play(2500);
        assertThat(last().counts().continuityErrors()).isZero();
        for (int i = 1; i < made.size(); i++) {
            assertThat(made.get(i).time()).isAfterOrEqualTo(made.get(i - 1).end());
        }
        int after = made.size();
        pass(4000);
        assertThat(made.size() - after)
                .as("what is silent from then on is told")
                .isBetween(3, 5);
    }

    @Test
    void looksWhereNothingEverCame() throws Exception {
        pass(4000);

        assertThat(made).hasSize(4);
        assertThat(last().counts().packets()).isZero();
        assertThat(made.get(0).time()).isEqualTo(START);
    }

    @Test
    void letsNoTimePassForTheStreamWhereNothingCame() throws Exception {
        play(1500);
        pass(5000);

        assertThat(last().timeNs()).as("the last byte").isBetween(1480 * MS, 1500 * MS);
    }

    @Test
    void beginsAnewAfterASilenceWhateverWasMissed() throws Exception {
        play(1500);
        pass(5000);
        packets.skip(1);
        play(1500);

        assertThat(last().counts().continuityErrors()).isZero();
        assertThat(last().counts().packets()).as("of this stretch").isBetween(690L, 1060L);
        assertThat(counts.now().beginnings()).isEqualTo(2);
        assertThat(made.get(made.size() - 1).input().samples())
                .as("of both, as far as looked at")
                .isBetween(1700L, 2110L);
    }

    /** The rule that a meter is fed on and on takes our gap for the sender's loss. */
    @Test
    void countsWhatIsMissedWithoutASilence() throws Exception {
        play(1500);
        packets.skip(1);
        play(1500);

        assertThat(last().counts().continuityErrors()).isEqualTo(1);
        assertThat(counts.now().beginnings()).isEqualTo(1);
    }

    @Test
    void beginsAnewAfterALossOfOurOwn() throws Exception {
        play(1500);
        add(300);
        writer.discard();
        play(1500);

        assertThat(last().counts().continuityErrors()).isZero();
        assertThat(counts.now().beginnings()).isEqualTo(2);
        assertThat(counts.now().droppedBytes()).isEqualTo(30 * 7 * 188);
    }

    @Test
    void isNotMovedByAClockThatIsSet() throws Exception {
        play(1500);
        long jump = 120_000;
        StreamLooks jumping = new StreamLooks(
                new StreamLooks.Manner("mux", true), counts, this::add, () -> START.plusMillis(nowMs + jump), 0);
        made.clear();
        jumping.passed(2500 * MS);

        assertThat(made).allSatisfy(look -> assertThat(look.durationNs()).isLessThan(1010 * MS));
    }

    @Test
    void tellsTheEndWithAllThatCame() throws Exception {
        play(1500);
        looks.end(1500 * MS);

        TsFrame end = made.get(made.size() - 1);
        assertThat(end.kind()).isEqualTo(FrameKind.ENDED);
        assertThat(end.input().samples()).isEqualTo(150 * 7);
        assertThat(Objects.requireNonNull(end.transport()).beginnings()).isEqualTo(1);
    }

    @Test
    void countsBurstsByTheClockOfTheStreamWhereThereAreNoArrivalTimes() throws Exception {
        StreamLooks burst = new StreamLooks(
                new StreamLooks.Manner("mux", false), counts, this::add, () -> START.plusMillis(nowMs), 0);
        for (int second = 0; second < 4; second++) {
            packets.withClock(writer::add, 1000);
            writer.stamp(0, 0);
            writer.flush();
            nowMs += 1000;
            for (Block block = ring.take(0); block != null; block = ring.take(0)) {
                burst.take(block, nowMs * MS);
                ring.release(block);
            }
        }

        assertThat(made).hasSizeGreaterThanOrEqualTo(3);
        assertThat(last().pcrs()[0].longestIntervalS()).isCloseTo(0.03, org.assertj.core.data.Offset.offset(0.002));
    }

    /** 7 packets every 10 ms. */
    private void play(int lastsMs) throws InterruptedException {
        for (int end = (int) nowMs + lastsMs; nowMs < end; ) {
            nowMs += 10;
            add(10);
            writer.stamp((nowMs - 10) * MS, nowMs * MS);
            writer.flush();
            measure();
        }
    }

    private void add(int lastsMs) {
        for (int datagram = 0; datagram < lastsMs / 10; datagram++) {
            writer.add(packets.next(7), 0, 7 * 188);
        }
    }

    private TsObservation pass(int lastsMs) throws InterruptedException {
        for (int end = (int) nowMs + lastsMs; nowMs < end; ) {
            nowMs += 50;
            looks.passed(nowMs * MS);
        }
        return last();
    }

    private void measure() throws InterruptedException {
        for (Block block = ring.take(0); block != null; block = ring.take(0)) {
            looks.take(block, nowMs * MS);
            ring.release(block);
        }
        looks.passed(nowMs * MS);
    }

    private TsObservation last() {
        return Objects.requireNonNull(made.get(made.size() - 1).stream());
    }
}

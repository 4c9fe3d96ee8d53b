package io.bandwatch.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.tuning.DirectSampling;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfFrame;
import io.bandwatch.signal.receiver.ReceiverState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver behind rtl_tcp, over TCP, with its pauses. */
class RtlTcpFeedIT {
    private static final double RATE_HZ = 1e6;
    private static final long CENTER_HZ = 98_050_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<FeedFrame> queue = new LinkedBlockingQueue<>();
    private final List<RfFrame> looks = new ArrayList<>();
    private RtlTcpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = new RtlTcpServer(new Tones(RATE_HZ, 97.8e6, 98.2e6, 98.7e6), RATE_HZ);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void setsTheReceiverAndMeasuresAllOfItsSamples() throws Exception {
        FrontEnd front = new FrontEnd(28.4, false, -3, DirectSampling.OFF, false, true);
        ReceiverState last;
        try (LiveFeed feed = started(HopPlan.staying(CENTER_HZ), front)) {
            until(look -> look.input().samples() >= 2_000_000);
            last = Objects.requireNonNull(looks.get(looks.size() - 1).receiver());
            assertThat(feed.failure()).isNull();
        }

        assertThat(server.commands())
                .startsWith("2 1000000", "5 -3", "9 0", "10 0", "8 0", "3 1", "4 284", "14 1", "1 98050000");
        assertThat(last.openings()).isEqualTo(1);
        assertThat(last.droppedSamples()).isZero();
        assertThat(last.unmeasuredSamples()).isZero();
        assertThat(last.settlingSamples()).as("100 ms").isEqualTo(100_000);
        assertThat(last.receivedSamples())
                .isEqualTo(last.measuredSamples() + last.settlingSamples() + last.pendingSamples());
        assertThat(looks).allSatisfy(look -> assertThat(
                        Objects.requireNonNull(look.band()).carriers())
                .hasSize(2));
    }

    @Test
    void comesBackAfterTheConnectionWasLost() throws Exception {
        try (LiveFeed feed = started(HopPlan.staying(CENTER_HZ), FrontEnd.USUAL)) {
            until(look -> look.input().samples() >= 600_000);
            server.hangUp();
            until(look -> openings(look) == 2 && look.kind() == FrameKind.MEASURED);
            assertThat(feed.failure()).isNull();
        }

        assertThat(server.commands()).filteredOn("1 98050000"::equals).hasSize(2);
    }

    @Test
    void givesUpAConnectionThatSaysNothingAnyMore() throws Exception {
        try (LiveFeed feed = started(HopPlan.staying(CENTER_HZ), FrontEnd.USUAL)) {
            until(look -> look.input().samples() >= 600_000);
            server.mute(true);
            until(look -> look.kind() == FrameKind.UNHEARD);
            server.mute(false);
            until(look -> look.kind() == FrameKind.MEASURED);
            assertThat(feed.failure()).isNull();
        }

        assertThat(looks).extracting(RfFrame::kind).contains(FrameKind.UNHEARD);
        for (int i = 1; i < looks.size(); i++) {
            assertThat(looks.get(i).time()).isAfterOrEqualTo(looks.get(i - 1).end());
        }
    }

    @Test
    void goesFromVisitToVisit() throws Exception {
        HopPlan plan = new HopPlan(List.of(98_050_000L, 98_550_000L), Duration.ofMillis(200), Duration.ofMillis(100));
        try (LiveFeed feed = started(plan, FrontEnd.USUAL)) {
            until(look -> look.input().samples() >= 2_000_000);
            assertThat(feed.failure()).isNull();
        }

        assertThat(looks).allSatisfy(look -> {
            assertThat(Objects.requireNonNull(look.band()).carriers())
                    .as("nothing of one frequency is measured at the other")
                    .hasSize(3);
            assertThat(look.durationNs()).as("a round, ms").isBetween(450_000_000L, 750_000_000L);
        });
        ReceiverState last = Objects.requireNonNull(looks.get(looks.size() - 1).receiver());
        assertThat(last.receivedSamples())
                .isEqualTo(last.measuredSamples() + last.settlingSamples() + last.pendingSamples());
    }

    private LiveFeed started(HopPlan plan, FrontEnd front) {
        ReceiverSettings settings =
                new ReceiverSettings(SampleFormat.CU8, RATE_HZ, plan, front, BandSettings.DE_EMPHASIS_S);
        LiveFeed feed =
                new LiveFeed(new LiveFeedSpec("roof", server.address(), settings), null, null, queue, Clocks.SYSTEM);
        feed.start();
        return feed;
    }

    private void until(Predicate<RfFrame> wanted) throws InterruptedException {
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < endNs) {
            FeedFrame next = queue.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                RfFrame look = Objects.requireNonNull(next.rf());
                looks.add(look);
                if (wanted.test(look)) {
                    return;
                }
            }
        }
        throw new AssertionError("no such look within " + PATIENCE + "; the last: "
                + (looks.isEmpty() ? "none" : looks.get(looks.size() - 1)));
    }

    private static long openings(RfFrame look) {
        return Objects.requireNonNull(look.receiver()).openings();
    }
}

package io.bandwatch.ingest.flink.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.signal.FrameKind;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedHoldTest {
    private static final long WAIT_MS = 100;
    private static final int MOST_WAITS = 100;

    /** Nobody sends anything: a look a second tells that. */
    private final LiveFeedSpec silent;

    FeedHoldTest() throws IOException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            silent = new LiveFeedSpec("mux", "udp://127.0.0.1:" + free.getLocalPort());
        }
    }

    @Test
    void whatIsHeardBetweenTwoJobsIsMissedByNeither() {
        try (FeedHold hold = FeedHold.open()) {
            OpenFeeds first = hold.of(0);
            start(first, silent);
            FeedFrame toldOf = next(first);
            first.handedOn(toldOf);
            FeedFrame onlyTaken = next(first);
            hold.hold();
            hold.ended(0);

            OpenFeeds second = hold.of(0);
            start(second, silent);
            hold.resumed();
            FeedFrame again = next(second);
            assertThat(again).as("not part of the job before").isSameAs(onlyTaken);
            FeedFrame after = next(second);
            assertThat(again.time()).isEqualTo(toldOf.end());
            assertThat(after.time()).as("one feed, which was open all the time").isEqualTo(again.end());
        }
    }

    @Test
    void withoutAHoldFeedsEndWithTheirJob() throws IOException {
        try (FeedHold hold = FeedHold.open()) {
            OpenFeeds first = hold.of(0);
            start(first, silent);
            FeedFrame look = next(first);
            first.handedOn(look);
            hold.servicesOf("mux").put(1, 7L);
            hold.ended(0);

            assertCanBeOpened();
            assertThat(hold.servicesOf("mux")).as("another begin").isEmpty();
            assertThat(hold.of(0)).isNotSameAs(first);
        }
    }

    @Test
    void whatIsHeldIsClosedWhereNoJobComes() throws IOException {
        FeedHold hold = FeedHold.open();
        OpenFeeds first = hold.of(0);
        start(first, silent);
        hold.hold();
        hold.ended(0);
        assertThat(FeedHold.named(hold.name())).isSameAs(hold);
        hold.close();

        assertCanBeOpened();
        assertThat(FeedHold.named(hold.name())).isNull();
    }

    @Test
    void theEndOfAFeedIsToldByTheNextJob() {
        Duration atMost = Duration.ofSeconds(1);
        try (FeedHold hold = FeedHold.open()) {
            OpenFeeds first = hold.of(0);
            first.start(silent, atMost, null, Clocks.SYSTEM);
            List<FeedFrame> told = new ArrayList<>();
            for (int waited = 0; waited < MOST_WAITS && told.stream().noneMatch(OpenFeeds::isEnd); waited++) {
                told.addAll(first.take(WAIT_MS));
            }
            hold.hold();
            hold.ended(0);

            OpenFeeds second = hold.of(0);
            second.start(silent, atMost, null, Clocks.SYSTEM);
            assertThat(second.take(WAIT_MS)).isEqualTo(told);
            assertThat(second.take(WAIT_MS)).as("it is not opened again").isEmpty();
            assertThat(told).last().extracting(FeedFrame::kind).isEqualTo(FrameKind.ENDED);
        }
    }

    private static void start(OpenFeeds feeds, LiveFeedSpec spec) {
        feeds.start(spec, Duration.ofMinutes(1), null, Clocks.SYSTEM);
    }

    private static FeedFrame next(OpenFeeds feeds) {
        List<FeedFrame> looks = List.of();
        for (int waited = 0; waited < MOST_WAITS && looks.isEmpty(); waited++) {
            looks = feeds.take(WAIT_MS);
        }
        assertThat(looks).hasSize(1);
        return looks.get(0);
    }

    private void assertCanBeOpened() throws IOException {
        int port = Integer.parseInt(silent.address().substring(silent.address().lastIndexOf(':') + 1));
        try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
        }
    }
}

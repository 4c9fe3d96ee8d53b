package io.bandwatch.ingest.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A live feed that is watched by a test. */
final class Watched implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<FeedFrame> queue;
    private final LiveFeed feed;
    final List<TsFrame> looks = new ArrayList<>();

    Watched(String address) {
        this(address, new LinkedBlockingQueue<>());
    }

    Watched(String address, BlockingQueue<FeedFrame> queue) {
        this.queue = queue;
        this.feed = new LiveFeed(new LiveFeedSpec("feed", address), null, null, queue, LiveFeed.Clocks.SYSTEM);
        feed.start();
    }

    /** The first look like this; fails if there is none for a minute. */
    TsFrame until(Predicate<TsFrame> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            FeedFrame next = queue.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                TsFrame look = Objects.requireNonNull(next.ts());
                looks.add(look);
                if (wanted.test(look)) {
                    return look;
                }
            }
        }
        throw new AssertionError("no such look within " + PATIENCE + "; the last: "
                + (looks.isEmpty() ? "none" : looks.get(looks.size() - 1)));
    }

    /** The look in which so many packets have come in all. */
    TsFrame untilPackets(long packets) throws InterruptedException {
        return until(look -> look.input().samples() >= packets);
    }

    static TsObservation stream(TsFrame look) {
        return Objects.requireNonNull(look.stream());
    }

    static TsTransport transport(TsFrame look) {
        return Objects.requireNonNull(look.transport());
    }

    @Override
    public void close() {
        feed.close();
    }
}

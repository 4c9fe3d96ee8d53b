package io.bandwatch.ingest.flink.live;

import io.bandwatch.ingest.FeedFrame;
import io.bandwatch.ingest.live.LiveFeed;
import io.bandwatch.ingest.live.LiveFeed.Clocks;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.PrerollSettings;
import io.bandwatch.signal.FrameKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Feeds under way, which receive and measure on threads of their own, and their looks in the order in which they are made. A look
 * that was taken is kept until it is handed on: a reader that goes leaves none behind for the next to miss. Fetcher and
 * task of one reader may use it at once.
 */
final class OpenFeeds implements AutoCloseable {
    /** Looks that can wait: five seconds of twenty receivers, about as long as a job takes to be started again. */
    private static final int MOST_WAITING = 512;

    private final BlockingQueue<FeedFrame> looks = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<String, LiveFeed> feeds = new LinkedHashMap<>();

    /** Taken; the first of them is not handed on yet. Guarded by itself. */
    private final Deque<FeedFrame> taken = new ArrayDeque<>();

    /** Of those taken, the very looks that are handed on: two may say the same. Guarded by {@link #taken}. */
    private final Set<FeedFrame> handedOn = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Taken by a reader that has gone, and to be taken again; guarded by {@link #taken}. */
    private final Deque<FeedFrame> left = new ArrayDeque<>();

    /** Opens a feed, but for one that is open. */
    void start(LiveFeedSpec spec, @Nullable Duration atMost, @Nullable PrerollSettings preroll, Clocks clocks) {
        if (feeds.containsKey(spec.feed()) || endIsLeft(spec.feed())) {
            return;
        }
        LiveFeed feed = new LiveFeed(spec, atMost, preroll, looks, clocks);
        feeds.put(spec.feed(), feed);
        feed.start();
    }

    /** The end of a feed that has closed is still to be told. */
    private boolean endIsLeft(String feed) {
        synchronized (taken) {
            return left.stream().anyMatch(look -> look.feed().equals(feed) && isEnd(look));
        }
    }

    static boolean isEnd(FeedFrame look) {
        return look.kind() == FrameKind.ENDED && look.av() == null;
    }

    /** What there is, after so long at most. */
    List<FeedFrame> take(long waitMs) {
        List<FeedFrame> made = new ArrayList<>();
        synchronized (taken) {
            made.addAll(left);
            left.clear();
            taken.addAll(made);
        }
        if (made.isEmpty()) {
            poll(waitMs, made);
        }
        for (FeedFrame look : made) {
            if (isEnd(look)) {
                close(feeds.remove(look.feed()));
            }
        }
        return made;
    }

    private void poll(long waitMs, List<FeedFrame> made) {
        try {
            FeedFrame first = looks.poll(waitMs, TimeUnit.MILLISECONDS);
            if (first != null) {
                made.add(first);
                looks.drainTo(made);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        synchronized (taken) {
            taken.addAll(made);
        }
    }

    /** A look is part of the job now. */
    void handedOn(FeedFrame look) {
        synchronized (taken) {
            boolean added = handedOn.add(look);
            assert added;
            while (!taken.isEmpty() && handedOn.remove(taken.element())) {
                taken.remove();
            }
        }
    }

    /** The reader goes, and another comes. */
    void leave() {
        synchronized (taken) {
            taken.stream().filter(look -> !handedOn.contains(look)).forEach(left::add);
            taken.clear();
            handedOn.clear();
        }
    }

    /** @throws IOException if one of them cannot be measured any more */
    void check() throws IOException {
        for (Map.Entry<String, LiveFeed> feed : feeds.entrySet()) {
            RuntimeException failure = feed.getValue().failure();
            if (failure != null) {
                throw new IOException("feed " + feed.getKey() + " cannot be measured: " + failure, failure);
            }
        }
    }

    @Override
    public void close() {
        feeds.values().forEach(OpenFeeds::close);
        feeds.clear();
    }

    private static void close(@Nullable LiveFeed feed) {
        if (feed != null) {
            feed.close();
        }
    }
}

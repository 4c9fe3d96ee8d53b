package io.bandwatch.ingest.flink.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the feeds of a job open while it is stopped and started again in the same process, such as to be told other registers. What they
 * hear meanwhile waits, and the next job goes on with it. Two jobs with one hold must not run at once, and each must be the same source of the same
 * parallelism.
 *
 * <p>A job comes into being by serialisation, so that a hold is found by its name. Thread-safe.
 */
public final class FeedHold implements AutoCloseable {
    private static final Map<String, FeedHold> OF_THIS_PROCESS = new ConcurrentHashMap<>();
    private static final AtomicLong OPENED = new AtomicLong();

    private final String name = "hold-" + OPENED.incrementAndGet();
    private final Map<Integer, OpenFeeds> feeds = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, Long>> services = new ConcurrentHashMap<>();
    private volatile boolean holding;

    private FeedHold() {}

    /** One that holds nothing yet: feeds are closed with their job. */
    public static FeedHold open() {
        FeedHold hold = new FeedHold();
        OF_THIS_PROCESS.put(hold.name, hold);
        return hold;
    }

    /** The one of a name, or null where it is of another process, or closed. */
    static @Nullable FeedHold named(String name) {
        return OF_THIS_PROCESS.get(name);
    }

    String name() {
        return name;
    }

    /** From now on feeds stay open when their job ends, for the next one. */
    public void hold() {
        holding = true;
    }

    /** The next job has begun: its feeds are closed with it, as any. */
    public void resumed() {
        holding = false;
    }

    /** Nothing goes on: what is open without a job is closed, and what waits is not told. No job may be running. */
    public void letGo() {
        holding = false;
        feeds.values().forEach(OpenFeeds::close);
        feeds.clear();
        services.clear();
    }

    /** The feeds of a reader, those of the one before if there are any. */
    OpenFeeds of(int subtask) {
        return feeds.computeIfAbsent(subtask, index -> new OpenFeeds());
    }

    /** Up to when the services of a feed were told, by their numbers, ms; its task writes it. */
    Map<Integer, Long> servicesOf(String feed) {
        return services.computeIfAbsent(feed, name -> new ConcurrentHashMap<>());
    }

    /** A reader has ended. */
    void ended(int subtask) {
        if (holding) {
            of(subtask).leave();
            return;
        }
        services.clear();
        OpenFeeds ended = feeds.remove(subtask);
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public void close() {
        OF_THIS_PROCESS.remove(name);
        letGo();
    }
}

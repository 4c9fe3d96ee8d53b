package io.bandwatch.ingest.live.receive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends what says nothing for too long, once, on a thread of its own. Time in which this process did not run hardly counts, since it is
 * taken step by step.
 */
final class SilenceWatch implements AutoCloseable {
    private static final long STEP_MS = 250;

    private final AtomicLong heard = new AtomicLong();
    private final long silentMs;
    private final Runnable ending;
    private final Thread thread;
    private volatile boolean ended;

    /**
     * Begins to watch.
     *
     * @param silentMs how long it may say nothing, from the beginning too, ms
     * @param ending ends it
     */
    SilenceWatch(String name, long silentMs, Runnable ending) {
        this.silentMs = silentMs;
        this.ending = ending;
        this.thread = new Thread(this::watch, "silence-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** It said something. */
    void heard() {
        heard.incrementAndGet();
    }

    /** Whether it was ended for its silence. */
    boolean ended() {
        return ended;
    }

    private void watch() {
        try {
            long before = heard.get();
            for (long quietMs = 0; quietMs < silentMs; quietMs += STEP_MS) {
                TimeUnit.MILLISECONDS.sleep(STEP_MS);
                long now = heard.get();
                quietMs = now == before ? quietMs : -STEP_MS;
                before = now;
            }
            ended = true;
            ending.run();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

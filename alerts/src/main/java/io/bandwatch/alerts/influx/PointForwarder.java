package io.bandwatch.alerts.influx;

import io.bandwatch.alerts.influx.health.StoreHealthFile;
import io.bandwatch.alerts.retry.RetrySchedule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps lines on disk, from where a thread of its own sends them: whoever offers one does not wait for the store, however long it is
 * down. Where the spool is full, the oldest lines are given up and counted: a job that waits finds nothing on air any more. Only where its
 * disk is full, whoever offers a line waits at last. A line that the store refuses is kept apart, and
 * the others go on; where it refuses whoever writes, all wait until it does not. Thread-safe.
 */
final class PointForwarder implements PointBuffer {
    private static final Logger LOG = LoggerFactory.getLogger(PointForwarder.class);

    /** Lines are on disk so soon; each time is one sync of the file system. */
    private static final Duration KEPT_WITHIN = Duration.ofSeconds(1);

    /** So long a store that answers may take for what is left when it ends. */
    private static final Duration LAST_SENT_WITHIN = Duration.ofSeconds(5);

    private final InfluxSettings settings;
    private final PointStore store;
    private final PointSpool spool;
    private final StoreHealthFile health;
    private final LongSupplier nanoTime;
    private final List<String> fresh = new ArrayList<>();
    private final Thread thread;
    private long keptNs;
    private int refusals;
    private boolean idle;
    private boolean unreachable;
    private boolean closed;
    private long givenUp;
    private String said = "";

    /**
     * Starts the thread.
     *
     * @param settings the times of its schedule count, and no end of trying
     * @param health where it is told whether points reach the store
     * @param nanoTime a clock that only runs forwards, ns
     */
    PointForwarder(
            InfluxSettings settings,
            PointStore store,
            PointSpool spool,
            StoreHealthFile health,
            LongSupplier nanoTime) {
        this.health = health;
        this.settings = settings;
        this.store = store;
        this.spool = spool;
        this.nanoTime = nanoTime;
        this.keptNs = nanoTime.getAsLong();
        this.thread = new Thread(this::forward, "influx-forwarder");
        thread.setDaemon(true);
        tell("");
        thread.start();
    }

    @Override
    public synchronized void offer(String line) throws InterruptedException {
        while (fresh.size() >= settings.bufferPoints() && !kept()) {
            wait(pauseMs());
        }
        fresh.add(line);
        // a full spool is not asked again with every line
        boolean batch = fresh.size() >= settings.batchPoints() && refusals == 0;
        if (batch || nanoTime.getAsLong() - keptNs >= KEPT_WITHIN.toNanos()) {
            boolean done = kept();
            assert done == fresh.isEmpty();
        }
    }

    @Override
    public synchronized void secure() throws InterruptedException {
        while (!kept()) {
            wait(pauseMs());
        }
    }

    private long pauseMs() {
        return settings.retry().pauseAfter(Math.max(1, refusals)).toMillis();
    }

    /** Whether all that was offered is on disk now. */
    private synchronized boolean kept() {
        keptNs = nanoTime.getAsLong();
        if (fresh.isEmpty()) {
            return true;
        }
        try {
            addMakingRoom();
        } catch (IOException full) {
            if (++refusals == 1) {
                LOG.warn("{}; trying on, with up to {} points in memory", full.getMessage(), settings.bufferPoints());
            }
            return false;
        }
        refusals = 0;
        fresh.clear();
        idle = false;
        notifyAll();
        return true;
    }

    private void addMakingRoom() throws IOException {
        try {
            spool.add(fresh);
        } catch (IOException refused) {
            if (!spool.isFull()) {
                throw refused;
            }
            long lines = spool.giveUpOldest();
            spool.add(fresh);
            givenUp += lines;
            LOG.error("no room for more points, though the store takes none: the {} oldest are given up", lines);
            tell(said);
        }
    }

    /** Whoever asks is told as it was last, where that cannot be written. */
    private synchronized void tell(String problem) {
        said = problem;
        try {
            health.write(problem, givenUp, Instant.now());
        } catch (IOException unwritable) {
            LOG.warn("how points do cannot be told: {}", unwritable.toString());
        }
    }

    private void forward() {
        try {
            Optional<PointSpool.Batch> batch = next();
            while (batch.isPresent()) {
                send(batch.get());
                batch = next();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to send; empty when closed. */
    private synchronized Optional<PointSpool.Batch> next() throws InterruptedException {
        while (!closed) {
            try {
                Optional<PointSpool.Batch> first = spool.first();
                if (first.isPresent()) {
                    return first;
                }
                idle = true;
                notifyAll();
            } catch (IOException unreadable) {
                LOG.warn("{}; trying on", unreadable.getMessage());
            }
            wait(settings.retry().longest().toMillis());
        }
        return Optional.empty();
    }

    private void send(PointSpool.Batch batch) throws InterruptedException {
        RetrySchedule retry = settings.retry();
        for (int failures = 1; ; failures++) {
            try {
                write(batch);
                if (failures > 1) {
                    LOG.info("store {} takes points again", settings.url());
                }
                reachable(true, "");
                return;
            } catch (IOException | RuntimeException problem) {
                throwIfClosed();
                reachable(false, String.valueOf(problem.getMessage()));
                if (failures == 1) {
                    LOG.warn("points for store {} wait on disk: {}", settings.url(), problem.toString());
                }
                Thread.sleep(retry.pauseAfter(failures).toMillis());
            }
        }
    }

    private void write(PointSpool.Batch batch) throws IOException {
        try {
            store.write(batch.lines());
            spool.remove(batch);
        } catch (StoreRefusedException refused) {
            refused.throwUnlessOfPoints();
            Culprit culprit = Culprit.among(batch.lines(), refused, store);
            spool.refuse(batch, culprit);
            LOG.error(
                    "store {} refused a point ({}), which is kept apart: {}",
                    settings.url(),
                    culprit.answer(),
                    culprit.line());
        }
    }

    private synchronized void reachable(boolean now, String problem) {
        unreachable = !now;
        if (!problem.equals(said)) {
            tell(problem);
        }
        notifyAll();
    }

    /** A request broken off by closing says nothing about the store. */
    private synchronized void throwIfClosed() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
    }

    /** What was offered is on disk then, where the disk takes it, and in the store, where that answers. */
    @Override
    public void close() throws IOException {
        try {
            endSending();
            thread.interrupt();
            thread.join();
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        try {
            store.close();
        } finally {
            spool.close();
        }
    }

    private synchronized void endSending() throws InterruptedException {
        long endNs = nanoTime.getAsLong() + LAST_SENT_WITHIN.toNanos();
        try {
            boolean done = kept();
            assert done == fresh.isEmpty();
            while (!idle && !unreachable && nanoTime.getAsLong() < endNs) {
                wait(settings.retry().first().toMillis());
            }
        } finally {
            closed = true;
            notifyAll();
        }
    }
}

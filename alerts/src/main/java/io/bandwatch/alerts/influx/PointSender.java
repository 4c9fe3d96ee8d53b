package io.bandwatch.alerts.influx;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends lines from a thread of its own, in order, as many at a time as wait (up to a batch). A line leaves the buffer when
 * the store has accepted it. While the store is down the buffer fills, and then whoever offers a line waits. Thread-safe.
 */
final class PointSender implements PointBuffer {
    private static final Logger LOG = LoggerFactory.getLogger(PointSender.class);

    private final InfluxSettings settings;
    private final PointStore store;
    private final LongSupplier nanoTime;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final Thread thread;
    private @Nullable IOException failure;
    private boolean closed;

    /**
     * Starts the thread.
     *
     * @param nanoTime a clock that only runs forwards, ns; tells how long the store has been down
     */
    PointSender(InfluxSettings settings, PointStore store, LongSupplier nanoTime) {
        this.settings = settings;
        this.store = store;
        this.nanoTime = nanoTime;
        this.thread = new Thread(this::sendAll, "influx-sender");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void offer(String line) throws IOException, InterruptedException {
        while (waiting.size() >= settings.bufferPoints() && failure == null) {
            wait();
        }
        throwFailure();
        waiting.add(line);
        notifyAll();
    }

    /** Returns when the store has accepted every line. */
    @Override
    public synchronized void secure() throws IOException, InterruptedException {
        while (!waiting.isEmpty() && failure == null) {
            wait();
        }
        throwFailure();
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private void sendAll() {
        try {
            for (List<String> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                send(batch);
                accepted(batch.size());
            }
        } catch (IOException given) {
            fail(given);
        } catch (RuntimeException | Error broken) {
            fail(new IOException("writing to the store at " + settings.url() + " failed: " + broken, broken));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for lines; empty when closed. */
    private synchronized List<String> nextBatch() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return closed
                ? List.of()
                : waiting.stream().limit(settings.batchPoints()).toList();
    }

    private synchronized void accepted(int count) {
        for (int i = 0; i < count; i++) {
            waiting.remove();
        }
        notifyAll();
    }

    private synchronized void fail(IOException cause) {
        failure = cause;
        notifyAll();
    }

    /** A request broken off by closing says nothing about the store. */
    private synchronized void throwIfClosed() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
    }

    private synchronized int waitingCount() {
        return waiting.size();
    }

    private void send(List<String> batch) throws IOException, InterruptedException {
        long downSinceNs = 0;
        int failures = 0;
        while (true) {
            try {
                store.write(batch);
                if (failures > 0) {
                    LOG.info("store {} reachable again, {} points waiting", settings.url(), waitingCount());
                }
                return;
            } catch (StoreRefusedException refused) {
                throw refusal(batch, refused);
            } catch (IOException unreachable) {
                throwIfClosed();
                long nowNs = nanoTime.getAsLong();
                if (++failures == 1) {
                    downSinceNs = nowNs;
                    LOG.warn("store {} unreachable ({}), trying on", settings.url(), unreachable.toString());
                }
                Duration down = Duration.ofNanos(nowNs - downSinceNs);
                if (down.compareTo(settings.retry().giveUp()) >= 0) {
                    throw new IOException(
                            "store " + settings.url() + " unreachable for " + down.toSeconds() + " s, given up with "
                                    + waitingCount() + " points waiting: " + unreachable,
                            unreachable);
                }
                Thread.sleep(settings.retry().pauseAfter(failures).toMillis());
            }
        }
    }

    private IOException refusal(List<String> batch, StoreRefusedException refused) {
        try {
            refused.throwUnlessOfPoints();
            Culprit culprit = Culprit.among(batch, refused, store);
            return new IOException(
                    "store " + settings.url() + " refused a point (" + culprit.answer() + "): " + culprit.line());
        } catch (StoreRefusedException all) {
            return new IOException("store " + settings.url() + " takes no points (" + all.getMessage() + ")", all);
        } catch (IOException unreachable) {
            return new IOException("store " + settings.url() + " refused one of " + batch.size() + " points ("
                    + refused.getMessage() + ") and then was unreachable: " + unreachable);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}

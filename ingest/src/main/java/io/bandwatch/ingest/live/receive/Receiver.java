package io.bandwatch.ingest.live.receive;

import io.bandwatch.ingest.live.ring.BlockRing;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that receives one feed. What it reads from is opened again with growing pauses whenever it fails or ends, until
 * the receiver is closed.
 */
public final class Receiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final long PATIENCE_MS = 5000;

    private final String feed;
    private final Transport transport;
    private final BlockRing ring;
    private final BackOff backOff;
    private final Thread thread;
    private final AtomicBoolean closed = new AtomicBoolean();

    Receiver(String feed, Transport transport, BlockRing ring, BackOff backOff) {
        this.feed = feed;
        this.transport = transport;
        this.ring = ring;
        this.backOff = backOff;
        this.thread = new Thread(this::run, "receiver-" + feed);
        thread.setDaemon(true);
    }

    /** Begins to receive. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed.get()) {
                long openedNs = System.nanoTime();
                String ending = receiveOnce();
                if (ending == null || closed.get()) {
                    break;
                }
                long pauseMs = backOff.afterMs((System.nanoTime() - openedNs) / 1_000_000);
                LOG.warn("feed {}: {}; opened again in {} ms", feed, ending, pauseMs);
                Thread.sleep(pauseMs);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            ring.finish();
        }
    }

    /** Why it ended, or null where nothing follows. */
    private @org.jspecify.annotations.Nullable String receiveOnce() throws InterruptedException {
        try {
            return transport.receive(closed::get);
        } catch (java.io.IOException failure) {
            return String.valueOf(failure.getMessage());
        } catch (RuntimeException defect) {
            // a feed that ends is no fault to anybody, and nobody would open this one again
            LOG.error("feed {}", feed, defect);
            return defect.toString();
        }
    }

    /** Ends within seconds; what was received is still in the ring. */
    @Override
    public void close() {
        closed.set(true);
        transport.interrupt();
        thread.interrupt();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
